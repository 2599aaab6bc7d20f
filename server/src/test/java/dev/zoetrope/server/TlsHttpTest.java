package dev.zoetrope.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zoetrope.api.Codec;
import io.helidon.webserver.WebServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.KeyStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsHttpTest {
    @TempDir
    Path data;

    @TempDir
    Path elsewhere;

    private ServerOptions options(WebOptions.Tls tls) {
        return new ServerOptions(
                "127.0.0.1",
                0,
                data,
                null,
                true,
                TestServer.TOKEN,
                List.of(TestServer.model("acme/test", false, TestModel.class, data.toString())),
                ServerPolicies.defaults(),
                new WebOptions(tls, CorsPolicy.defaults()));
    }

    private static HttpClient trusting(Path certificate) throws Exception {
        var store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        store.setCertificateEntry("zoetrope", PemFiles.certificates(certificate).getFirst());
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return HttpClient.newBuilder().sslContext(context).build();
    }

    private static HttpResponse<String> get(HttpClient http, String url) throws Exception {
        return http.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
    }

    @Test
    void with_a_certificate_of_its_own_everything_is_https_for_clients_that_trust_it() throws Exception {
        try (var server = Server.start(options(new WebOptions.Tls.Local()));
                var http = trusting(LocalAuthority.in(data).certificateFile());
                var stranger = HttpClient.newHttpClient()) {
            assertThat(server.url().getScheme()).isEqualTo("https");
            String port = ":" + server.url().getPort();
            for (String host : List.of("localhost", "127.0.0.1")) {
                assertThat(get(http, "https://" + host + port + "/health/live").statusCode())
                        .isEqualTo(200);
            }
            assertThatThrownBy(() -> get(stranger, server.url() + "/health/live"))
                    .isInstanceOf(SSLHandshakeException.class);

            var create = HttpRequest.newBuilder(server.url().resolve("/v1/models/acme/test/predictions"))
                    .headers("Authorization", "Bearer " + TestServer.TOKEN, "Prefer", "wait")
                    .header("User-Agent", "replicate-javascript/1.4.0")
                    .POST(HttpRequest.BodyPublishers.ofString(Codec.write(Map.of("input", Map.of("text", "abc")))));
            var made = Codec.readObject(
                    http.send(create.build(), BodyHandlers.ofString()).body());
            assertThat(String.valueOf(made.get("output"))).startsWith(server.url() + "/files/");
            assertThat(String.valueOf(made.get("urls"))).contains("https://").doesNotContain("http://");
            assertThat(get(http, String.valueOf(made.get("output"))).body()).isEqualTo("abc");
        }
    }

    @Test
    void an_operators_certificate_is_served_and_taken_up_anew_when_it_changes() throws Exception {
        var authority = LocalAuthority.in(elsewhere);
        authority.serverCertificate(Set.of("localhost", "127.0.0.1"));
        Path certificate = elsewhere.resolve("tls/server.crt");
        Path key = elsewhere.resolve("tls/server.key");
        try (var server = Server.start(options(new WebOptions.Tls.Given(certificate, key)));
                var http = trusting(authority.certificateFile())) {
            assertThat(get(http, server.url() + "/health/live").statusCode()).isEqualTo(200);
        }
        Path other = Files.createDirectories(data.resolve("other"));
        LocalAuthority.in(other).serverCertificate(Set.of("localhost"));
        var mixed = new WebOptions.Tls.Given(certificate, other.resolve("tls/server.key"));
        assertThatThrownBy(() -> Server.start(options(mixed)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("does not belong");
        var missing = new WebOptions.Tls.Given(certificate, other.resolve("none.key"));
        assertThatThrownBy(() -> Server.start(options(missing))).hasMessageContaining("none.key");
    }

    @Test
    void a_listener_takes_a_renewed_certificate_up_while_it_runs() throws Exception {
        var authority = LocalAuthority.in(elsewhere);
        authority.serverCertificate(Set.of("127.0.0.1"));
        Path certificate = elsewhere.resolve("tls/server.crt");
        Path key = elsewhere.resolve("tls/server.key");
        var first = PemFiles.certificates(certificate).getFirst();
        try (var certificates =
                new TlsCertificates(options(new WebOptions.Tls.Given(certificate, key)), InstantSource.system())) {
            WebServer web = WebServer.builder()
                    .host("127.0.0.1")
                    .port(0)
                    .tls(certificates.first().orElseThrow())
                    .build()
                    .start();
            try (var http = trusting(authority.certificateFile())) {
                String url = "https://127.0.0.1:" + web.port() + "/";
                assertThat(certificates.renew(web)).isFalse();
                assertThat(served(http, url)).isEqualTo(first);

                Files.delete(certificate); // so that another one is made
                authority.serverCertificate(Set.of("127.0.0.1"));
                Files.setLastModifiedTime(
                        certificate, FileTime.from(Instant.now().plusSeconds(60)));
                assertThat(certificates.renew(web)).isTrue();
                try (var anew = trusting(authority.certificateFile())) {
                    assertThat(served(anew, url))
                            .isEqualTo(PemFiles.certificates(certificate).getFirst())
                            .isNotEqualTo(first);
                }
            } finally {
                web.stop();
            }
        }
    }

    private static Object served(HttpClient http, String url) throws Exception {
        return get(http, url).sslSession().orElseThrow().getPeerCertificates()[0];
    }
}
