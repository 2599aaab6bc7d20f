package dev.zoetrope.cog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLSocketFactory;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FetcherTest {
    private static final String PNG = "\u0089PNG\r\n\u001a\nrest of the picture";
    private static final byte[] PNG_BYTES = PNG.getBytes(StandardCharsets.ISO_8859_1);
    private static final FetchLimits LIMITS = FetchLimits.of(1000, MediaKind.IMAGE_PNG, MediaKind.IMAGE_JPEG);

    private final Fetcher anywhere = new Fetcher(new FetchPolicy(true, List.of()));

    @TempDir
    Path folder;

    private Path into() {
        return folder.resolve("file");
    }

    private Fetched fetch(URI uri) throws InterruptedException {
        return anywhere.fetch(uri, LIMITS, into());
    }

    private AbstractThrowableAssert<?, ? extends Throwable> failure(Fetcher fetcher, URI uri, FetchLimits limits) {
        var failure =
                assertThatThrownBy(() -> fetcher.fetch(uri, limits, into())).isInstanceOf(FetchException.class);
        assertThat(into()).doesNotExist();
        return failure;
    }

    private AbstractThrowableAssert<?, ? extends Throwable> failure(URI uri) {
        return failure(anywhere, uri, LIMITS);
    }

    private static Loopback picture() {
        return new Loopback(exchange -> Loopback.send(exchange, 200, PNG_BYTES));
    }

    @Test
    void a_file_is_fetched_whole_and_known_by_its_bytes() throws Exception {
        try (var server = picture()) {
            Fetched fetched = fetch(server.uri("/a%20b/\u00fc.txt?x=%2F&y=1"));

            assertThat(fetched).isEqualTo(new Fetched(into(), PNG_BYTES.length, MediaKind.IMAGE_PNG));
            assertThat(Files.readAllBytes(into())).isEqualTo(PNG_BYTES);
            assertThat(server.received().getFirst().path()).isEqualTo("/a%20b/%C3%BC.txt?x=%2F&y=1");
        }
    }

    @Test
    void a_chunked_body_is_put_together_and_one_that_breaks_off_fails() throws Exception {
        String head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
        try (var whole = RawServer.sending(head + "8;x=y\r\n" + PNG.substring(0, 8) + "\r\n13\r\n" + PNG.substring(8)
                        + "\r\n0\r\nTrailer: x\r\n\r\n");
                var broken = RawServer.sending(head + "40\r\n" + PNG);
                var nonsense = RawServer.sending(head + "x\r\n" + PNG)) {
            fetch(whole.uri("/"));
            assertThat(Files.readAllBytes(into())).isEqualTo(PNG_BYTES);
            failure(broken.uri("/")).hasMessageContaining("ended within a chunk");
            failure(nonsense.uri("/")).hasMessageContaining("size of a chunk");
        }
    }

    @Test
    void a_body_without_length_ends_with_the_connection() throws Exception {
        try (var server = RawServer.sending("HTTP/1.0 200 OK\r\n\r\n" + PNG)) {
            assertThat(fetch(server.uri("/")).size()).isEqualTo(PNG_BYTES.length);
        }
    }

    @Test
    void a_length_that_lies_is_found_out() throws Exception {
        String head = "HTTP/1.1 200 OK\r\nContent-Length: ";
        try (var tooMuch = RawServer.sending(head + "500\r\n\r\n" + PNG);
                var twice = RawServer.sending(head + "5\r\nContent-Length: 6\r\n\r\n" + PNG);
                var tooLittle = RawServer.sending(head + "8\r\n\r\n" + PNG)) {
            failure(tooMuch.uri("/")).hasMessageContaining("ended after 27 of 500 bytes");
            failure(twice.uri("/")).hasMessageContaining("two different lengths");
            assertThat(fetch(tooLittle.uri("/")).size()).isEqualTo(8);
        }
    }

    @Test
    void too_many_bytes_are_refused_by_their_announcement_and_while_they_come() throws Exception {
        byte[] large = Arrays.copyOf(PNG_BYTES, 5000);
        try (var announced = new Loopback(exchange -> Loopback.send(exchange, 200, large));
                var endless = new RawServer(out -> {
                    out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
                    while (true) {
                        out.write(large);
                    }
                })) {
            failure(announced.uri("/")).hasMessageContaining("it has 5000 bytes, but at most 1000 bytes are allowed");
            failure(endless.uri("/")).hasMessageContaining("it goes on, but at most 1000 bytes are allowed");
        }
    }

    @Test
    void a_page_instead_of_a_picture_is_named_whatever_its_content_type_says() throws Exception {
        try (var server = RawServer.sending(
                "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n<!DOCTYPE html><title>Log in</title>")) {
            failure(server.uri("/p.png?signature=s3cret"))
                    .hasMessage(server.uri("/p.png")
                            + ": it is an HTML page, but must be one of: a JPEG image, a PNG image");
        }
    }

    @Test
    void errors_of_the_server_are_told() throws Exception {
        try (var gone = Loopback.answering(404);
                var mute = RawServer.sending("");
                var foreign = RawServer.sending("220 smtp ready\r\n");
                var zipped = RawServer.sending("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\nx")) {
            failure(gone.uri("/x")).hasMessage(gone.uri("/x") + ": HTTP 404");
            failure(mute.uri("/")).hasMessageContaining("gave no answer");
            failure(foreign.uri("/")).hasMessageContaining("does not speak HTTP/1.1");
            failure(zipped.uri("/")).hasMessageContaining("sent as gzip");
            failure(URI.create("http://127.0.0.1:1/")).hasMessageContaining("could not connect");
        }
    }

    @Test
    void redirects_are_followed_five_times() throws Exception {
        var hops = new AtomicInteger();
        try (var server = new Loopback(exchange -> {
            if (hops.getAndDecrement() > 0) {
                exchange.getResponseHeaders().set("Location", "next");
                exchange.sendResponseHeaders(302, -1);
            } else {
                Loopback.send(exchange, 200, PNG_BYTES);
            }
        })) {
            hops.set(5);
            assertThat(fetch(server.uri("/a/b")).size()).isEqualTo(PNG_BYTES.length);
            assertThat(server.received().getLast().path()).isEqualTo("/a/next");
            hops.set(6);
            failure(server.uri("/")).hasMessageContaining("redirects more than 5 times");
        }
    }

    @Test
    void a_redirect_from_a_permitted_place_into_the_private_network_is_refused() throws Exception {
        try (var inside = picture();
                var outside = new Loopback(exchange -> {
                    exchange.getResponseHeaders()
                            .set("Location", inside.uri("/secret").toString());
                    exchange.sendResponseHeaders(302, -1);
                })) {
            var fetcher = new Fetcher(new FetchPolicy(false, List.of(outside.uri(""))));
            failure(fetcher, outside.uri("/"), LIMITS)
                    .hasMessage(inside.uri("/secret") + ": 127.0.0.1 is a loopback address;"
                            + " start the server with --allow-private-urls to permit it");
            assertThat(inside.received()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"file:///etc/passwd", "ftp://films.test/x", "gopher://films.test", "data:image/png;base64,AA"})
    void a_redirect_to_another_scheme_is_refused(String location) throws Exception {
        try (var server = RawServer.sending("HTTP/1.1 302 Found\r\nLocation: " + location + "\r\n\r\n")) {
            failure(server.uri("/"))
                    .hasMessageContaining("are not fetched; upload the file or use http, https or data");
        }
    }

    @Test
    void a_trusted_origin_is_reached_only_by_its_exact_name_and_port() throws Exception {
        try (var server = picture()) {
            var fetcher = new Fetcher(new FetchPolicy(false, List.of(server.uri(""))));
            assertThat(fetcher.fetch(server.uri("/x"), LIMITS, into()).size()).isEqualTo(PNG_BYTES.length);
            Files.delete(into());

            int port = server.uri("").getPort();
            failure(fetcher, URI.create("http://localhost:" + port + "/"), LIMITS)
                    .hasMessageContaining("localhost (127.0.0.1) is a loopback address");
            failure(fetcher, URI.create("https://127.0.0.1:" + port + "/"), LIMITS)
                    .hasMessageContaining("loopback");
            failure(fetcher, URI.create("http://127.0.0.1:1/"), LIMITS).hasMessageContaining("loopback");
            assertThat(server.received()).hasSize(1);
        }
    }

    @Test
    void a_name_is_looked_up_once_and_the_checked_address_is_the_one_connected_to() throws Exception {
        var lookups = new AtomicInteger();
        try (var server = picture()) {
            var guard = new AddressGuard(true, host -> {
                lookups.incrementAndGet();
                return new InetAddress[] {InetAddress.getLoopbackAddress()};
            });
            var fetcher = new Fetcher(
                    new FetchPolicy(true, List.of()), guard, (SSLSocketFactory) SSLSocketFactory.getDefault());
            int port = server.uri("").getPort();
            fetcher.fetch(URI.create("http://films.test:" + port + "/"), LIMITS, into());

            assertThat(lookups).hasValue(1);
            assertThat(server.received().getFirst().headers().getFirst("Host")).isEqualTo("films.test:" + port);
        }
    }

    @Test
    void a_name_with_one_private_address_among_public_ones_is_refused() {
        var guard = new AddressGuard(false, host ->
                new InetAddress[] {InetAddress.getByName("93.184.216.34"), InetAddress.getByName("10.0.0.1")});
        var fetcher = new Fetcher(FetchPolicy.publicOnly(), guard, (SSLSocketFactory) SSLSocketFactory.getDefault());
        failure(fetcher, URI.create("http://films.test/"), LIMITS)
                .hasMessageContaining("films.test (10.0.0.1) is a private address");
    }

    @Test
    void a_slow_body_is_given_up_at_the_deadline() throws Exception {
        var mayEnd = new CountDownLatch(1);
        try (var server = new RawServer(out -> {
            out.write(("HTTP/1.1 200 OK\r\n\r\n" + PNG).getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            mayEnd.await();
        })) {
            failure(anywhere, server.uri("/"), LIMITS.withTimeout(Duration.ofMillis(300)))
                    .hasMessageContaining("it took longer than 0.3 seconds");
        } finally {
            mayEnd.countDown();
        }
    }

    @Test
    void an_interrupt_stops_it_on_a_platform_thread() throws Exception {
        var mayEnd = new CountDownLatch(1);
        var outcome = new AtomicReference<Exception>();
        try (var server = new RawServer(out -> mayEnd.await())) {
            Thread fetching = Thread.ofPlatform().start(() -> {
                try {
                    fetch(server.uri("/"));
                } catch (Exception e) {
                    outcome.set(e);
                }
            });
            await().until(() -> !server.heads().isEmpty());
            fetching.interrupt();
            fetching.join();
            assertThat(outcome.get()).isInstanceOf(InterruptedException.class);
        } finally {
            mayEnd.countDown();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://user:secret@films.test/", "http://films.test@127.0.0.1/", "http://user%40x@films.test/"})
    void user_names_are_refused_and_not_shown(String url) {
        failure(URI.create(url)).hasMessageContaining("holds a user name").hasMessageNotContaining("secret");
    }

    @Test
    void a_post_goes_under_the_same_guard() throws Exception {
        try (var server = Loopback.answering(204)) {
            var open = new GuardedPost(new FetchPolicy(true, List.of()));
            byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
            assertThat(open.post(server.uri("/hook"), Map.of("webhook-id", "1"), body, Duration.ofSeconds(10)))
                    .isEqualTo(204);
            assertThat(server.received().getFirst().text()).isEqualTo("{}");
            assertThat(server.received().getFirst().headers().getFirst("webhook-id"))
                    .isEqualTo("1");
            var guarded = new GuardedPost(FetchPolicy.publicOnly());
            assertThatThrownBy(() -> guarded.post(server.uri("/hook"), Map.of(), body, Duration.ofSeconds(10)))
                    .hasMessageContaining("loopback");
        }
    }
}
