package dev.zoetrope.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zoetrope.api.Codec;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelsHttpTest {
    @TempDir
    static Path folder;

    private static TestServer server;

    @BeforeAll
    static void start() throws Exception {
        Path models = Files.createDirectories(folder.resolve("models"));
        var run = Map.of("command", TestServer.java(TestModel.class, folder.toString()));
        Files.writeString(
                models.resolve("filed.json"),
                Codec.write(Map.of(
                        "owner",
                        "studio",
                        "name",
                        "filed",
                        "description",
                        "Draws lighthouses",
                        "readme",
                        "# Filed\n",
                        "run",
                        run)));
        Path collections = Files.createDirectories(folder.resolve("data/collections"));
        Files.writeString(
                collections.resolve("sea.json"),
                Codec.write(Map.of(
                        "name",
                        "By the sea",
                        "slug",
                        "sea",
                        "description",
                        "Salt",
                        "models",
                        List.of("studio/filed"))));
        server = new TestServer(
                folder.resolve("data"),
                RegistryOptions.none()
                        .withFolder(models)
                        .withAllowCommands(true)
                        .withAccount("studio")
                        .withHardware(List.of("cpu", "gpu-a40-large")));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Map<String, Object> body(String name, Object... more) {
        var body = new HashMap<String, Object>(
                Map.of("owner", "studio", "name", name, "visibility", "private", "hardware", "cpu"));
        for (int i = 0; i < more.length; i += 2) {
            body.put((String) more[i], more[i + 1]);
        }
        return body;
    }

    private static List<String> names(TestServer.Reply page) {
        return ((List<?>) page.json().get("results"))
                .stream()
                        .map(each -> String.valueOf(((Map<?, ?>) each).get("name")))
                        .toList();
    }

    @Test
    void a_model_is_created_read_changed_and_deleted() {
        var created = server.post(
                "/v1/models", body("clip", "description", "Cuts", "github_url", "https://github.com/studio/clip"));
        assertThat(created.status()).as(created.json().toString()).isEqualTo(201);
        assertThat(created.json())
                .containsEntry("url", server.server.url() + "/studio/clip")
                .containsEntry("owner", "studio")
                .containsEntry("name", "clip")
                .containsEntry("description", "Cuts")
                .containsEntry("visibility", "private")
                .containsEntry("github_url", "https://github.com/studio/clip")
                .containsEntry("paper_url", null)
                .containsEntry("license_url", null)
                .containsEntry("cover_image_url", null)
                .containsEntry("is_official", false)
                .containsEntry("run_count", 0)
                .containsEntry("default_example", null)
                .containsEntry("latest_version", null)
                .containsKey("created_at");

        assertThat(server.get("/v1/models/studio/clip/readme").status()).isEqualTo(404);
        var changed = server.call(
                "PATCH", "/v1/models/studio/clip", Map.of("readme", "# Clip\nä", "description", "Cuts films"));
        assertThat(changed.status()).as(changed.json().toString()).isEqualTo(200);
        assertThat(changed.json())
                .containsEntry("description", "Cuts films")
                .containsEntry("github_url", "https://github.com/studio/clip");
        var readme = server.get("/v1/models/studio/clip/readme");
        assertThat(readme.header("Content-Type")).startsWith("text/plain");
        assertThat(new String(readme.raw().body(), StandardCharsets.UTF_8)).isEqualTo("# Clip\nä");
        assertThat(server.call("PATCH", "/v1/models/studio/clip", Map.of("name", "other"))
                        .status())
                .isEqualTo(422);

        var again = server.post("/v1/models", body("clip"));
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.text("detail")).contains("already exists");

        var deleted = server.call("DELETE", "/v1/models/studio/clip", null);
        assertThat(deleted.status()).isEqualTo(204);
        assertThat(deleted.raw().body()).isEmpty();
        assertThat(server.get("/v1/models/studio/clip").status()).isEqualTo(404);
        assertThat(server.call("DELETE", "/v1/models/studio/clip", null).status())
                .isEqualTo(404);
    }

    @Test
    void a_wrong_body_is_told_field_by_field() {
        var reply = server.post("/v1/models", Map.of("owner", "Studio", "visibility", "secret", "extra", 1));
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(reply.text("detail"))
                .contains("name is required")
                .contains("hardware is required")
                .contains("owner: must be lower-case")
                .contains("visibility: must be one of public, private")
                .contains("extra is not allowed");
        assertThat((List<?>) reply.json().get("invalid_fields")).hasSize(5);
    }

    @Test
    void a_command_can_be_registered_where_that_is_allowed_and_its_versions_are_listed_and_deleted() {
        var run = Map.of("command", TestServer.java(TestModel.class, folder.toString()));
        assertThat(server.post("/v1/models", body("live", "run", run)).status()).isEqualTo(201);
        var versions = server.get("/v1/models/studio/live/versions");
        assertThat(versions.status()).isEqualTo(200);
        var version = (Map<?, ?>) ((List<?>) versions.json().get("results")).getFirst();
        String id = String.valueOf(version.get("id"));
        assertThat(version.keySet().stream().map(String::valueOf))
                .contains("id", "created_at", "cog_version", "openapi_schema");
        assertThat(server.get("/v1/models/studio/live/versions/" + id).json()).containsEntry("id", id);
        assertThat(server.get("/v1/models/studio/live/versions/" + "0".repeat(64))
                        .status())
                .isEqualTo(404);

        var prediction =
                server.post("/v1/predictions", Map.of("version", id, "input", Map.of("text", "x")), "Prefer", "wait");
        assertThat(prediction.json()).containsEntry("status", "succeeded");

        assertThat(server.post("/v1/models/studio/live/examples", Map.of("prediction", prediction.text("id")))
                        .status())
                .isEqualTo(201);
        var examples = server.get("/v1/models/studio/live/examples");
        assertThat((List<?>) examples.json().get("results")).hasSize(1);
        assertThat(server.get("/v1/models/studio/live").map("default_example"))
                .containsEntry("id", prediction.text("id"));
        assertThat(server.call("DELETE", "/v1/models/studio/live/examples/" + prediction.text("id"), null)
                        .status())
                .isEqualTo(204);

        var deleted = server.call("DELETE", "/v1/models/studio/live/versions/" + id, null);
        assertThat(deleted.status()).as(deleted.json().toString()).isEqualTo(202);
        assertThat(deleted.raw().body()).isEmpty();
        assertThat(server.get("/v1/models/studio/live").json()).containsEntry("latest_version", null);
        assertThat(server.post("/v1/predictions", Map.of("version", id, "input", Map.of("text", "x")))
                        .status())
                .isEqualTo(422);
        assertThat(server.get("/v1/predictions/" + prediction.text("id")).json())
                .containsEntry("data_removed", true)
                .containsEntry("output", null);
        assertThat(server.call("DELETE", "/v1/models/studio/live", null).status())
                .isEqualTo(204);
    }

    @Test
    void an_official_model_hides_its_versions_and_a_model_of_a_file_stays() {
        var versions = server.get("/v1/models/acme/test/versions");
        assertThat(versions.status()).isEqualTo(404);
        assertThat(versions.text("title")).isEqualTo("Not found");
        assertThat(versions.text("detail"))
                .isEqualTo("This model is an official model and does not expose a list of versions.");
        var deleted = server.call("DELETE", "/v1/models/studio/filed", null);
        assertThat(deleted.status()).isEqualTo(403);
        assertThat(deleted.text("detail")).contains("registered by a file");
        assertThat(server.get("/v1/models/studio/filed/readme").raw().body())
                .isEqualTo("# Filed\n".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void the_list_is_sorted_and_paged() {
        var made = new ArrayList<String>();
        for (int i = 0; i < 101; i++) {
            String name = "page-" + i;
            assertThat(server.post("/v1/models", body(name)).status()).isEqualTo(201);
            made.add(name);
        }
        var first = server.get("/v1/models?sort_by=model_created_at&sort_direction=desc");
        assertThat(names(first)).hasSize(100).first().isEqualTo("page-100");
        assertThat(first.json()).containsEntry("previous", null);
        assertThat(first.text("next"))
                .startsWith(server.server.url() + "/v1/models?cursor=")
                .endsWith("&sort_by=model_created_at&sort_direction=desc");
        var second = server.get(first.text("next"));
        assertThat(names(second)).contains("page-0").doesNotContain("page-1");
        assertThat(second.json()).containsEntry("next", null);
        var ascending = server.get("/v1/models?sort_by=model_created_at&sort_direction=asc");
        assertThat(names(ascending).indexOf("page-3"))
                .isLessThan(names(ascending).indexOf("page-4"));
        // Those without a version come last.
        assertThat(names(server.get("/v1/models"))).first().isEqualTo("test");
        assertThat(server.get("/v1/models?sort_by=name").status()).isEqualTo(400);
        assertThat(server.get("/v1/models?cursor=nonsense").status()).isEqualTo(400);
        made.forEach(name -> server.call("DELETE", "/v1/models/studio/" + name, null));
    }

    @Test
    void models_are_found_by_words_with_and_without_quotes() {
        for (String query : List.of("filed", "\"filed\"", "lighthouses draws", "STUDIO filed")) {
            var found = server.call("QUERY", "/v1/models", query, "Content-Type", "text/plain");
            assertThat(found.status()).as(query).isEqualTo(200);
            assertThat(names(found)).as(query).first().isEqualTo("filed");
            assertThat(found.json()).containsEntry("next", null).containsEntry("previous", null);
        }
        assertThat(names(server.call("QUERY", "/v1/models", "zebra"))).isEmpty();
    }

    @Test
    void search_tells_scores_and_needs_no_token() {
        var reply = server.send(HttpRequest.newBuilder(server.uri("/v1/search?query=lighthouses&limit=5")));
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json()).containsEntry("query", "lighthouses").containsEntry("pages", List.of());
        var hit = (Map<?, ?>) ((List<?>) reply.json().get("models")).getFirst();
        assertThat(((Map<?, ?>) hit.get("model")).get("name")).isEqualTo("filed");
        assertThat(((Map<?, ?>) hit.get("metadata")).get("score")).isEqualTo(0.2);
        var sea = server.get("/v1/search?query=sea");
        assertThat(sea.json().get("collections").toString()).contains("By the sea");
        assertThat(server.get("/v1/search").status()).isEqualTo(400);
        assertThat(server.get("/v1/search?query=x&limit=51").status()).isEqualTo(400);
    }

    @Test
    void hardware_is_a_bare_array_and_the_account_has_a_name() {
        var hardware = server.get("/v1/hardware");
        assertThat(Codec.readValue(new String(hardware.raw().body(), StandardCharsets.UTF_8)))
                .isEqualTo(List.of(
                        Map.of("name", "CPU", "sku", "cpu"), Map.of("name", "GPU a40 large", "sku", "gpu-a40-large")));
        assertThat(server.get("/v1/account").json())
                .containsEntry("type", "user")
                .containsEntry("username", "studio")
                .containsEntry("name", "studio");
        assertThat(server.send(HttpRequest.newBuilder(server.uri("/v1/hardware")))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void collections_are_the_built_in_one_and_those_of_the_data_folder() {
        var list = server.get("/v1/collections");
        assertThat(list.json().get("results").toString()).contains("slug=video").contains("slug=sea");
        var sea = server.get("/v1/collections/sea");
        assertThat(sea.json()).containsEntry("name", "By the sea").containsEntry("full_description", null);
        assertThat(sea.json().get("models").toString()).contains("name=filed");
        assertThat(server.get("/v1/collections/video").json()).containsEntry("models", List.of());
        assertThat(server.get("/v1/collections/land").status()).isEqualTo(404);
    }
}
