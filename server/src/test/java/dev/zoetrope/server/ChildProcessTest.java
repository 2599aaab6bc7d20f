package dev.zoetrope.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {
    @TempDir
    Path folder;

    /// Starts a foreign program that knows nothing of servers, and waits to be killed.
    public static void main(String[] args) throws InterruptedException {
        ChildProcess.start(sleeper(Path.of(args[0])));
        new CountDownLatch(1).await();
    }

    private static ChildProcess.Order sleeper(Path pid) {
        return new ChildProcess.Order(
                "acme/sleeper",
                List.of("/bin/sh", "-c", "echo $$ > " + pid + ".new; mv " + pid + ".new " + pid + "; exec sleep 600"),
                Map.of(),
                null,
                true);
    }

    private static long awaitPid(Path file) throws IOException {
        await().atMost(Duration.ofSeconds(20)).until(() -> Files.exists(file));
        return Long.parseLong(Files.readString(file).strip());
    }

    private static boolean isAlive(long pid) {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    @Test
    void a_foreign_program_ends_when_the_server_is_killed() throws IOException {
        Path file = folder.resolve("pid");
        Process server = new ProcessBuilder(TestServer.java(ChildProcessTest.class, file.toString()))
                .redirectErrorStream(true)
                .start();
        long pid = awaitPid(file);
        assertThat(isAlive(pid)).isTrue();

        server.destroyForcibly();

        await().atMost(Duration.ofSeconds(10)).until(() -> !isAlive(pid));
    }

    @Test
    void closing_it_ends_the_program_and_its_exit_is_told() throws IOException {
        Path file = folder.resolve("pid");
        var child = ChildProcess.start(sleeper(file));
        long pid = awaitPid(file);

        child.close();

        assertThat(isAlive(pid)).isFalse();
        assertThat(child.isAlive()).isFalse();
    }

    @Test
    void the_end_of_the_program_is_the_end_of_the_process_with_its_code_and_last_words() {
        var child = ChildProcess.start(new ChildProcess.Order(
                "acme/brief",
                List.of("/bin/sh", "-c", "echo port {port} $COLOR; exit 7"),
                Map.of("COLOR", "red"),
                null,
                true));

        await().atMost(Duration.ofSeconds(10)).until(() -> !child.isAlive());

        assertThat(child.epitaph()).isEqualTo("the model process exited with code 7");
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(child.tail()).matches("port \\d+ red"));
        child.close();
    }
}
