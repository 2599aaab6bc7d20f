package dev.zoetrope.cog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// TLS to the checked address keeps the name: it is sent as server name, and the certificate must be for it.
class SecureFetchTest {
    private static final char[] PASSWORD = "for tests".toCharArray();
    private static final String ANSWER = "HTTP/1.1 200 OK\r\n\r\nhello";

    @TempDir
    static Path folder;

    private static SSLContext tls;

    @BeforeAll
    static void make_a_certificate_for_films_test() throws Exception {
        Path store = folder.resolve("keys.p12");
        var keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "films",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=films.test",
                        "-ext",
                        "san=dns:films.test",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .redirectErrorStream(true)
                .start();
        String printed = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(keytool.waitFor()).as(printed).isZero();

        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD);
        }
        var keyManagers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keyManagers.init(keys, PASSWORD);
        var trustManagers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trustManagers.init(keys);
        tls = SSLContext.getInstance("TLS");
        tls.init(keyManagers.getKeyManagers(), trustManagers.getTrustManagers(), null);
    }

    private static RawServer server() {
        SSLServerSocketFactory sockets = tls.getServerSocketFactory();
        return new RawServer(sockets, out -> out.write(ANSWER.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static Fetched fetch(String host, int port, SSLSocketFactory sockets) throws InterruptedException {
        var guard = new AddressGuard(true, name -> new InetAddress[] {InetAddress.getLoopbackAddress()});
        return new Fetcher(new FetchPolicy(true, List.of()), guard, sockets)
                .fetch(URI.create("https://" + host + ":" + port + "/"), FetchLimits.of(100), folder.resolve("file"));
    }

    @Test
    void a_certificate_for_the_name_is_taken_at_the_pinned_address() throws Exception {
        try (var server = server()) {
            assertThat(fetch("films.test", server.port(), tls.getSocketFactory())
                            .size())
                    .isEqualTo(5);
            assertThat(server.heads().getFirst()).contains("Host: films.test:" + server.port());
        }
    }

    @Test
    void a_certificate_for_another_name_is_refused() throws Exception {
        try (var server = server()) {
            assertThatThrownBy(() -> fetch("other.test", server.port(), tls.getSocketFactory()))
                    .isInstanceOf(FetchException.class)
                    .hasMessageContaining("no secure connection could be made")
                    .hasMessageContaining("other.test");
            assertThat(server.heads()).isEmpty();
        }
    }

    @Test
    void a_certificate_of_nobody_known_is_refused() throws Exception {
        try (var server = server()) {
            assertThatThrownBy(
                            () -> fetch("films.test", server.port(), (SSLSocketFactory) SSLSocketFactory.getDefault()))
                    .hasMessageContaining("no secure connection could be made");
        }
    }
}
