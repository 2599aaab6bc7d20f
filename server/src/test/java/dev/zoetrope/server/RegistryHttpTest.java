package dev.zoetrope.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zoetrope.api.Codec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryHttpTest {
    @TempDir
    Path folder;

    private Path models;
    private Path starts;

    @BeforeEach
    void prepare() throws IOException {
        models = Files.createDirectories(folder.resolve("models"));
        starts = folder.resolve("starts");
    }

    private TestServer server() {
        return new TestServer(folder.resolve("data"), RegistryOptions.none().withFolder(models));
    }

    /// Registers acme/noted, which notes each start of its process.
    private void register(Map<String, Object> run, Map<String, String> environment) throws IOException {
        var command =
                new java.util.ArrayList<>(List.of("/bin/sh", "-c", "echo $$ >> " + starts + "; exec \"$@\"", "sh"));
        command.addAll(TestServer.java(TestModel.class, folder.toString()));
        var how = new java.util.HashMap<String, Object>(run);
        how.put("command", command);
        how.put("environment", environment);
        Files.writeString(
                models.resolve("noted.json"),
                Codec.write(Map.of("owner", "acme", "name", "noted", "description", "Notes its starts", "run", how)));
    }

    private long starts() throws IOException {
        return Files.exists(starts) ? Files.readAllLines(starts).size() : 0;
    }

    private static String latest(TestServer server) {
        var model = server.get("/v1/models/acme/noted");
        assertThat(model.status()).as(model.json().toString()).isEqualTo(200);
        return String.valueOf(model.map("latest_version").get("id"));
    }

    private static TestServer.Reply run(TestServer server, String version) {
        return server.post(
                "/v1/predictions", Map.of("version", version, "input", Map.of("text", "x")), "Prefer", "wait");
    }

    @Test
    void a_model_of_a_file_is_run_by_its_version_and_its_version_is_known_after_a_restart_without_a_start()
            throws IOException {
        register(Map.of(), Map.of());
        String id;
        try (var server = server()) {
            assertThat(starts()).isZero();
            id = latest(server);
            assertThat(id).matches("[0-9a-f]{64}");
            assertThat(starts()).isEqualTo(1);
            var reply = run(server, id);
            assertThat(reply.json()).as(reply.json().toString()).containsEntry("status", "succeeded");
            assertThat(reply.json()).containsEntry("version", id).containsEntry("model", "acme/noted");
            assertThat(run(server, "acme/noted:" + id).status()).isEqualTo(201);
            assertThat(run(server, "acme/noted").status()).isEqualTo(422);
            assertThat(run(server, "acme/test:" + id).status()).isEqualTo(422);
            var byName = server.post("/v1/models/acme/noted/predictions", Map.of("input", Map.of("text", "x")));
            assertThat(byName.status()).isEqualTo(404);
            assertThat(byName.text("detail")).isEqualTo("The requested resource could not be found.");
        }
        try (var server = server()) {
            assertThat(latest(server)).isEqualTo(id);
            var model = server.get("/v1/models/acme/noted").json();
            assertThat(model).containsEntry("is_official", false).containsEntry("description", "Notes its starts");
            assertThat(starts()).isEqualTo(1);
            assertThat(run(server, id).json()).containsEntry("status", "succeeded");
            assertThat(starts()).isEqualTo(2);
        }
    }

    @Test
    void another_way_to_run_it_is_another_version_and_the_old_one_still_runs() throws IOException {
        register(Map.of(), Map.of());
        String old;
        try (var server = server()) {
            old = latest(server);
        }
        register(Map.of(), Map.of("TONE", "warm"));
        try (var server = server()) {
            String id = latest(server);
            assertThat(id).isNotEqualTo(old);
            var reply = run(server, old);
            assertThat(reply.json()).as(reply.json().toString()).containsEntry("status", "succeeded");
            assertThat(reply.json()).containsEntry("version", old);
            assertThat(run(server, id).json()).containsEntry("version", id);
        }
    }

    @Test
    void the_id_of_a_version_can_be_prescribed() throws IOException {
        String pinned = "30e22229542eb3f79d4f945dacb58d32001b02cc313ae6f54eef27904edf3272";
        register(Map.of("version", pinned), Map.of());
        try (var server = server()) {
            var reply = run(server, pinned);
            assertThat(reply.json()).as(reply.json().toString()).containsEntry("status", "succeeded");
            assertThat(reply.json()).containsEntry("version", pinned);
            assertThat(latest(server)).isEqualTo(pinned);
        }
    }

    @Test
    void slots_run_at_the_same_time_each_in_a_process_of_its_own() throws IOException {
        register(Map.of("concurrency", 2), Map.of());
        try (var server = server()) {
            String id = latest(server);
            var body = Map.of("version", id, "input", Map.of("text", "x", "action", "wait"));
            var one = server.post("/v1/predictions", body);
            var two = server.post("/v1/predictions", body);
            for (var each : List.of(one, two)) {
                org.awaitility.Awaitility.await()
                        .atMost(java.time.Duration.ofSeconds(30))
                        .until(() -> server.get("/v1/predictions/" + each.text("id"))
                                .text("status")
                                .equals("processing"));
            }
            assertThat(starts()).isEqualTo(2);
            for (var each : List.of(one, two)) {
                var cancelled = server.post("/v1/predictions/" + each.text("id") + "/cancel", "");
                assertThat(cancelled.text("status")).isEqualTo("canceled");
            }
        }
    }

    @Test
    void a_server_does_not_start_with_a_file_that_is_no_registration() throws IOException {
        Files.writeString(models.resolve("bad.json"), "{\"owner\":\"Acme\",\"run\":{\"comand\":[\"x\"]}}");
        assertThatThrownBy(this::server)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("bad.json")
                .hasMessageContaining("name is required")
                .hasMessageContaining("owner: must be lower-case")
                .hasMessageContaining("run: either command or endpoint is required")
                .hasMessageContaining("comand is not allowed");
    }
}
