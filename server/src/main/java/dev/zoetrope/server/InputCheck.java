package dev.zoetrope.server;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.zoetrope.api.ApiException;
import dev.zoetrope.api.Codec;
import dev.zoetrope.api.ErrorCode;
import dev.zoetrope.api.Problem.InvalidField;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Checks a prediction's input against the `Input` schema of its model. Thread-safe.
final class InputCheck {
    private final Schema schema;
    private final @Nullable Set<String> known;

    private InputCheck(Schema schema, @Nullable Set<String> known) {
        this.schema = schema;
        this.known = known;
    }

    /// The check for an OpenAPI document, whose enum references stay resolvable since its components come
    /// along.
    static InputCheck of(Map<String, @Nullable Object> openapi) {
        return of(openapi, "Input");
    }

    /// The check for another schema of the document.
    static InputCheck of(Map<String, @Nullable Object> openapi, String name) {
        Object components = openapi.getOrDefault("components", Map.of());
        Object schemas = components instanceof Map<?, ?> map ? map.get("schemas") : null;
        var definitions = new LinkedHashMap<String, @Nullable Object>(Map.of(name, Map.of()));
        if (schemas instanceof Map<?, ?> map) {
            map.forEach((key, schema) -> definitions.put(String.valueOf(key), plain(schema)));
        }
        String text = Codec.write(Map.of("$ref", "#/$defs/" + name, "$defs", definitions));
        var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        // What is hidden is named by an extension, which the definitions have lost.
        Object published = schemas instanceof Map<?, ?> map ? map.get(name) : null;
        return new InputCheck(registry.getSchema(text), knownKeys(published));
    }

    /// What of an input the model will get.
    ///
    /// @param input without unknown keys
    /// @param ignored the unknown keys, which real clients send and which must not fail a request
    record Checked(Map<String, @Nullable Object> input, List<String> ignored) {}

    /// Drops unknown keys and checks the rest; throws [ApiException] naming each field that is wrong.
    Checked check(Map<String, @Nullable Object> input) {
        var kept = new LinkedHashMap<String, @Nullable Object>();
        var ignored = new ArrayList<String>();
        input.forEach((key, value) -> {
            if (known == null || known.contains(key)) {
                kept.put(key, value);
            } else {
                ignored.add(key);
            }
        });
        List<Error> errors = schema.validate(Codec.write(present(kept)), InputFormat.JSON);
        if (!errors.isEmpty()) {
            throw failure(errors);
        }
        return new Checked(kept, ignored);
    }

    /// The input without nulls: a client's null means "left out", which is how the model gets it.
    static Map<String, Object> present(Map<String, @Nullable Object> input) {
        var present = new LinkedHashMap<String, Object>();
        input.forEach((key, value) -> {
            if (value != null) {
                present.put(key, value);
            }
        });
        return present;
    }

    private static ApiException failure(List<Error> errors) {
        List<InvalidField> fields = errors.stream()
                .map(InputCheck::field)
                .distinct()
                .sorted(Comparator.comparing(InvalidField::field))
                .toList();
        String detail = fields.stream()
                .map(field -> "- " + field.field() + ": " + field.description())
                .collect(Collectors.joining("\n"));
        return new ApiException(ErrorCode.INVALID_INPUT, detail, fields);
    }

    private static InvalidField field(Error error) {
        String path =
                error.getInstanceLocation().toString().replaceAll("^[$#]", "").replace('/', '.');
        if (error.getKeyword().equals("required")) {
            return new InvalidField("required", "input", error.getProperty() + " is required");
        }
        String description = error.getMessage().replaceFirst("^\\S*: ", "");
        if (error.getKeyword().equals("enum")) {
            description = "must be one of "
                    + String.valueOf(error.getSchemaNode()).replace("\"", "").replace(",", ", ");
        }
        Object value = error.getInstanceNode();
        String got = String.valueOf(value);
        String shown = got.length() > MAX_SHOWN ? got.substring(0, MAX_SHOWN) + "..." : got;
        return new InvalidField(
                type(error.getKeyword()),
                "input" + (path.startsWith(".") || path.isEmpty() ? path : "." + path),
                description + ", got " + shown);
    }

    /// A wrong value is shown, but not a whole data URI.
    private static final int MAX_SHOWN = 80;

    /// The words for faults that Replicate's validation uses (the vocabulary of Go's gojsonschema).
    private static String type(String keyword) {
        return switch (keyword) {
            case "type" -> "invalid_type";
            case "minimum" -> "number_gte";
            case "maximum" -> "number_lte";
            case "maxItems" -> "array_max_items";
            case "minItems" -> "array_min_items";
            case "maxLength" -> "string_lte";
            case "minLength" -> "string_gte";
            default -> keyword;
        };
    }

    /// OpenAPI's dialect of a schema as plain JSON Schema: its own keywords say nothing about validity, and its
    /// references become references to definitions. Nulls are gone before the check, so `nullable` goes too.
    private static @Nullable Object plain(@Nullable Object schema) {
        return switch (schema) {
            case Map<?, ?> map -> {
                var plain = new LinkedHashMap<String, @Nullable Object>();
                map.forEach((key, value) -> {
                    String name = String.valueOf(key);
                    if (!name.startsWith("x-") && !name.equals("nullable")) {
                        plain.put(name, plain(value));
                    }
                });
                yield plain;
            }
            case List<?> list -> list.stream().map(InputCheck::plain).toList();
            case String text -> text.replace("#/components/schemas/", "#/$defs/");
            case null -> null;
            default -> schema;
        };
    }

    /// Null for a schema that lists no inputs: then it cannot say which are unknown.
    private static @Nullable Set<String> knownKeys(@Nullable Object inputSchema) {
        if (!(inputSchema instanceof Map<?, ?> input && input.get("properties") instanceof Map<?, ?> properties)) {
            return null;
        }
        // Our own models name inputs there that they accept but do not publish.
        List<?> hidden = input.get("x-hidden") instanceof List<?> names ? names : List.of();
        return Stream.concat(properties.keySet().stream(), hidden.stream())
                .map(String::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }
}
