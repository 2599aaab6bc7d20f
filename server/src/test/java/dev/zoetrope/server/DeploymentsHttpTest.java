package dev.zoetrope.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.zoetrope.api.Codec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeploymentsHttpTest {
    @TempDir
    Path folder;

    private Path starts;
    private TestServer server;
    private String version;

    @BeforeEach
    void start() throws IOException {
        starts = folder.resolve("starts");
        Path models = Files.createDirectories(folder.resolve("models"));
        var command = new ArrayList<>(List.of("/bin/sh", "-c", "echo $$ >> " + starts + "; exec \"$@\"", "sh"));
        command.addAll(TestServer.java(TestModel.class, folder.toString()));
        Files.writeString(
                models.resolve("clip.json"),
                Codec.write(Map.of("owner", "acme", "name", "clip", "run", Map.of("command", command))));
        server = new TestServer(
                folder.resolve("data"),
                RegistryOptions.none().withFolder(models).withAccount("studio"));
        version = String.valueOf(
                server.get("/v1/models/acme/clip").map("latest_version").get("id"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Map<String, Object> body(String name, int min, int max) {
        return Map.of(
                "name",
                name,
                "model",
                "acme/clip",
                "version",
                version,
                "hardware",
                "cpu",
                "min_instances",
                min,
                "max_instances",
                max);
    }

    private long starts() throws IOException {
        return Files.readAllLines(starts).size();
    }

    @Test
    void a_deployment_is_created_released_anew_listed_and_deleted() {
        var created = server.post("/v1/deployments", body("shop", 0, 2));
        assertThat(created.status()).as(created.json().toString()).isEqualTo(200);
        assertThat(created.json()).containsEntry("owner", "studio").containsEntry("name", "shop");
        assertThat(created.map("current_release"))
                .containsEntry("number", 1)
                .containsEntry("model", "acme/clip")
                .containsEntry("version", version)
                .containsEntry("configuration", Map.of("hardware", "cpu", "min_instances", 0, "max_instances", 2))
                .containsEntry("created_by", Map.of("type", "user", "username", "studio", "name", "studio"))
                .containsKey("created_at");
        assertThat(server.post("/v1/deployments", body("shop", 0, 1)).status()).isEqualTo(422);

        var changed = server.call("PATCH", "/v1/deployments/studio/shop", Map.of("max_instances", 1));
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.map("current_release")).containsEntry("number", 2);
        assertThat(server.get("/v1/deployments/studio/shop").map("current_release"))
                .containsEntry("number", 2)
                .containsEntry("configuration", Map.of("hardware", "cpu", "min_instances", 0, "max_instances", 1));
        assertThat(server.call("PATCH", "/v1/deployments/studio/shop", Map.of("min_instances", 2))
                        .status())
                .isEqualTo(422);
        assertThat(server.call("PATCH", "/v1/deployments/studio/shop", Map.of("version", "0".repeat(64)))
                        .status())
                .isEqualTo(422);
        assertThat((List<?>) server.get("/v1/deployments").json().get("results"))
                .hasSize(1);

        assertThat(server.call("DELETE", "/v1/deployments/studio/shop", null).status())
                .isEqualTo(204);
        assertThat(server.get("/v1/deployments/studio/shop").status()).isEqualTo(404);
        assertThat(server.post("/v1/deployments/studio/shop/predictions", Map.of("input", Map.of("text", "x")))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void all_that_is_missing_is_told() {
        var reply = server.post("/v1/deployments", Map.of("max_instances", 21));
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.text("detail"))
                .contains("name is required")
                .contains("model is required")
                .contains("version is required")
                .contains("hardware is required")
                .contains("min_instances is required")
                .contains("max_instances: must be at most 20");
    }

    @Test
    void it_keeps_its_minimum_and_grows_with_what_waits() throws IOException {
        server.post("/v1/deployments", body("warm", 1, 2));
        await().atMost(Duration.ofSeconds(20)).until(() -> starts() == 2); // the model's own and the kept one

        String create = "/v1/deployments/studio/warm/predictions";
        var one = server.post(create, Map.of("input", Map.of("text", "x", "action", "wait")));
        assertThat(one.status()).as(one.json().toString()).isEqualTo(201);
        assertThat(one.json()).containsEntry("deployment", "studio/warm").containsEntry("version", version);
        await().atMost(Duration.ofSeconds(20)).until(() -> isProcessing(one));
        assertThat(starts()).isEqualTo(2);

        var two = server.post(create, Map.of("input", Map.of("text", "x", "action", "wait")));
        await().atMost(Duration.ofSeconds(20)).until(() -> isProcessing(two));
        assertThat(starts()).isEqualTo(3);

        var three = server.post(create, Map.of("input", Map.of("text", "x")));
        server.post("/v1/predictions/" + one.text("id") + "/cancel", "");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> server.get("/v1/predictions/" + three.text("id"))
                        .text("status")
                        .equals("succeeded"));
        assertThat(starts()).isEqualTo(3);
        server.post("/v1/predictions/" + two.text("id") + "/cancel", "");
    }

    @Test
    void what_waits_for_a_deleted_deployment_fails_with_a_reason() {
        server.post("/v1/deployments", body("brief", 0, 1));
        String create = "/v1/deployments/studio/brief/predictions";
        var running = server.post(create, Map.of("input", Map.of("text", "x", "action", "wait")));
        await().atMost(Duration.ofSeconds(20)).until(() -> isProcessing(running));
        var waiting = server.post(create, Map.of("input", Map.of("text", "x")));

        server.call("DELETE", "/v1/deployments/studio/brief", null);

        await().atMost(Duration.ofSeconds(20))
                .until(() -> server.get("/v1/predictions/" + waiting.text("id"))
                        .text("status")
                        .equals("failed"));
        assertThat(server.get("/v1/predictions/" + waiting.text("id")).text("error"))
                .contains("deployments/studio/brief");
        var cancelled = server.post("/v1/predictions/" + running.text("id") + "/cancel", "");
        assertThat(cancelled.text("status")).isEqualTo("canceled");
    }

    private boolean isProcessing(TestServer.Reply prediction) {
        return server.get("/v1/predictions/" + prediction.text("id"))
                .text("status")
                .equals("processing");
    }
}
