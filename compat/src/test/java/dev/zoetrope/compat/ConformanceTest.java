package dev.zoetrope.compat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zoetrope.api.Codec;
import dev.zoetrope.compat.Caller.Call;
import dev.zoetrope.compat.Description.Operation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Each of Replicate's published operations is called, and each answer compared with what is published of it. What
/// differs is listed, with its reason, in `docs/compatibility.md`, and nothing else may differ. The same answers are
/// held against our own description, `docs/openapi.yaml`, from which nothing may differ.
@ExtendWith(SharedStage.class)
class ConformanceTest {
    private static final Path OWN = Path.of("..", "docs", "openapi.yaml");

    private static Description published;
    private static Description own;
    private static List<Call> calls;

    @BeforeAll
    static void play(Stage stage) throws IOException {
        try (InputStream in = ConformanceTest.class.getResourceAsStream("replicate-structure.json")) {
            published = new Description(Codec.readObject(in));
        }
        own = new Description(Description.map(YAMLMapper.shared().readValue(Files.readString(OWN), Object.class)));
        try (var caller = new Caller(stage.url())) {
            try {
                Scenario.play(caller);
            } finally {
                calls = caller.calls();
            }
        }
    }

    @Test
    void the_description_has_37_operations_and_each_was_called_with_success() {
        List<Operation> operations = published.operations();
        assertThat(operations).hasSize(37);

        Set<String> succeeded = calls.stream()
                .filter(call -> call.status() < 300)
                .map(call -> call.method() + " " + call.template())
                .collect(Collectors.toSet());
        assertThat(succeeded)
                .containsAll(operations.stream().map(Operation::toString).toList());
    }

    @Test
    void what_differs_from_the_description_is_known_with_its_reason() {
        assertThat(differences(published))
                .isEqualTo(new TreeSet<>(KnownDifferences.read().keySet()));
    }

    @Test
    void our_own_description_tells_of_every_operation_and_all_that_is_in_the_answers() {
        assertThat(own.operations().stream().map(Operation::toString))
                .containsAll(
                        published.operations().stream().map(Operation::toString).toList());
        assertThat(differences(own)).isEmpty();
    }

    private static Set<String> differences(Description description) {
        Map<String, Operation> operations =
                description.operations().stream().collect(Collectors.toMap(Operation::toString, each -> each));
        var found = new TreeSet<String>();
        for (Call call : calls) {
            found.addAll(differences(description, operations.get(call.method() + " " + call.template()), call));
        }
        return found;
    }

    private static List<String> differences(Description description, Operation operation, Call call) {
        String answer = operation + " " + call.status();
        if (operation.response(call.status()).isEmpty()) {
            return List.of(answer + " is not a described status");
        }
        List<String> types = operation.contentTypes(call.status());
        if (types.isEmpty()) {
            return call.response().body().length == 0 || call.status() == 404
                    ? List.of()
                    : List.of(answer + " has a body");
        }
        List<String> found = new ArrayList<>();
        if (!types.contains(call.contentType())) {
            found.add(answer + " is " + call.contentType() + ", not " + String.join(" or ", types));
        }
        Map<String, Object> schema =
                operation.schema(call.status(), types.getFirst()).orElseThrow();
        if (types.getFirst().endsWith("json")) {
            found.addAll(new SchemaCheck(description).compare(answer, call.json(), schema));
        }
        return found;
    }

    @Test
    void headers_are_as_documented() {
        for (Call call : calls) {
            if (call.status() >= 400) {
                assertThat(call.contentType()).as(call.template()).isEqualTo("application/problem+json");
            }
            if (call.template().startsWith("/files")) {
                continue; // Replicate's answers about files have no such headers either
            }
            assertThat(call.header("ratelimit-remaining")).as(call.template()).matches("\\d+");
            assertThat(call.header("ratelimit-reset")).as(call.template()).matches("\\d+");
        }
        assertThat(calls.stream()
                        .filter(call -> call.template().endsWith("/predictions")
                                && call.method().equals("POST")))
                .allSatisfy(call -> assertThat(call.header("Location")).contains("/v1/predictions/"));
    }
}
