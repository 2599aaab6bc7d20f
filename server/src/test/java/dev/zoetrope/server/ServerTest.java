package dev.zoetrope.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerTest {
    private static ServerOptions options(Path data, int port) {
        return new ServerOptions("127.0.0.1", port, data, null, false, null, List.of());
    }

    @Test
    void a_port_that_is_taken_is_told_with_the_remedy(@TempDir Path first, @TempDir Path second) {
        try (Server server = Server.start(options(first, 0))) {
            int port = server.url().getPort();
            assertThatThrownBy(() -> Server.start(options(second, port)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("127.0.0.1:" + port)
                    .hasMessageContaining("--port");
        }
        // What the failed start had opened is closed: the folder can be used again.
        try (Server server = Server.start(options(second, 0))) {
            assertThat(server.url().getPort()).isPositive();
        }
    }

    @Test
    void the_first_token_is_made_once(@TempDir Path data) {
        try (Server server = Server.start(options(data, 0))) {
            assertThat(server.firstToken())
                    .hasValueSatisfying(secret -> assertThat(secret).startsWith("r8_"));
        }
        try (Server server = Server.start(options(data, 0))) {
            assertThat(server.firstToken()).isEmpty();
        }
    }
}
