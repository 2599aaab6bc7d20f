package dev.zoetrope.cli;

import dev.zoetrope.api.Codec;
import dev.zoetrope.api.Codec.MalformedJson;
import dev.zoetrope.api.Model;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What inputs a model takes, as its OpenAPI document says under `components.schemas.Input`.
///
/// @param properties the schemas of its inputs, by name
/// @param definitions all schemas of the document, which properties refer to
record InputSchema(Map<?, ?> properties, Map<?, ?> definitions) {
    private static final String REFERENCE = "#/components/schemas/";

    /// A model without a schema takes anything.
    static InputSchema of(Model model) {
        if (model.latestVersion() == null) {
            return new InputSchema(Map.of(), Map.of());
        }
        Map<?, ?> definitions = at(at(model.latestVersion().openapiSchema(), "components"), "schemas");
        return new InputSchema(at(at(definitions, "Input"), "properties"), definitions);
    }

    /// The names of all inputs.
    Set<?> names() {
        return properties.keySet();
    }

    /// One input, or empty when the schema does not know it.
    Optional<Field> field(String name) {
        return properties.get(name) instanceof Map<?, ?> schema ? Optional.of(field(schema)) : Optional.empty();
    }

    private Field field(Map<?, ?> schema) {
        Map<?, ?> meant = resolved(schema);
        return new Field(
                meant.get("type") instanceof String type ? type : "any",
                meant.get("items") instanceof Map<?, ?> items ? field(items) : null);
    }

    /// Follows `$ref`, also the one inside `allOf` by which Cog writes choices.
    private Map<?, ?> resolved(Map<?, ?> schema) {
        if (schema.get("allOf") instanceof List<?> all && !all.isEmpty() && all.getFirst() instanceof Map<?, ?> first) {
            return resolved(first);
        }
        return schema.get("$ref") instanceof String reference && reference.startsWith(REFERENCE)
                ? at(definitions, reference.substring(REFERENCE.length()))
                : schema;
    }

    private static Map<?, ?> at(Map<?, ?> map, String key) {
        return map.get(key) instanceof Map<?, ?> inner ? inner : Map.of();
    }

    /// The type of one input.
    ///
    /// @param type JSON Schema's name of it, or `any`
    /// @param items the type of a list's items, if they have one
    record Field(String type, @Nullable Field items) {
        /// An input that the schema does not know.
        static final Field UNKNOWN = new Field("any", null);

        boolean isList() {
            return type.equals("array");
        }

        Field item() {
            return items == null ? UNKNOWN : items;
        }

        /// A word of the command line as a value of this type.
        @Nullable
        Object value(String key, String text) {
            return switch (type) {
                case "string" -> text;
                case "integer" -> integer(key, text);
                case "number" -> number(key, text);
                case "boolean" -> bool(key, text);
                case "object" -> json(key, text, "a JSON object");
                default -> guessed(text);
            };
        }

        /// A list written as JSON.
        List<@Nullable Object> list(String key, String text) {
            @Nullable Object value = json(key, text, "a JSON list");
            if (value instanceof List<?> list) {
                return new ArrayList<>(list);
            }
            throw wrong(key, text, "a JSON list", null);
        }

        private static Object integer(String key, String text) {
            try {
                return new BigInteger(text.strip());
            } catch (NumberFormatException e) {
                throw wrong(key, text, "a whole number", e);
            }
        }

        private static Object number(String key, String text) {
            try {
                return new BigDecimal(text.strip());
            } catch (NumberFormatException e) {
                throw wrong(key, text, "a number", e);
            }
        }

        private static Object bool(String key, String text) {
            return switch (text.strip()) {
                case "true" -> true;
                case "false" -> false;
                default -> throw wrong(key, text, "true or false", null);
            };
        }

        private static @Nullable Object json(String key, String text, String kind) {
            try {
                return Codec.readValue(text);
            } catch (MalformedJson e) {
                throw wrong(key, text, kind, e);
            }
        }

        /// Without a schema: JSON if it is JSON, else text.
        private static @Nullable Object guessed(String text) {
            try {
                return Codec.readValue(text);
            } catch (MalformedJson e) {
                return text;
            }
        }

        private static CommandFailure wrong(String key, String text, String kind, @Nullable Exception cause) {
            return new CommandFailure(ExitCode.USAGE, key + "=" + text + " does not fit: it must be " + kind, cause);
        }
    }
}
