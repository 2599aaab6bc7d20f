package dev.zoetrope.compat;

import java.net.URI;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// Compares a JSON value with a schema of a [Description], and says each difference in one line that is the
/// same each time: where it is, by the name of the schema, and what it is. A key that the schema does not name
/// is a difference as well, unless it allows others.
final class SchemaCheck {
    private final Description description;
    private final TreeSet<String> differences = new TreeSet<>();

    SchemaCheck(Description description) {
        this.description = description;
    }

    /// The differences between a value and a schema.
    ///
    /// @param where how the place is called until a schema with a name is met
    List<String> compare(String where, Object value, Map<String, Object> schema) {
        differences.clear();
        walk(where, value, schema);
        return List.copyOf(differences);
    }

    private void walk(String where, Object value, Map<String, Object> schema) {
        if (schema.get("$ref") instanceof String reference) {
            String name = reference.substring(reference.lastIndexOf('/') + 1).replaceFirst("^schemas_", "");
            walk(name, value, description.resolve(reference));
            return;
        }
        if (value == null) {
            if (!mayBeNull(schema)) {
                differences.add(where + " is null");
            }
            return;
        }
        choices(where, value, schema);
        type(where, value, schema);
        if (value instanceof Map<?, ?> map) {
            object(where, Description.map(map), schema);
        } else if (value instanceof List<?> list && schema.containsKey("items")) {
            list.forEach(item -> walk(where + "[]", item, Description.map(schema.get("items"))));
        } else if (value instanceof String text) {
            format(where, text, schema);
        }
    }

    /// By OpenAPI 3.0's `nullable` or 3.1's type `null`, or because nothing is said about the type.
    private static boolean mayBeNull(Map<String, Object> schema) {
        if (schema.get("oneOf") instanceof List<?> alternatives) {
            return alternatives.stream().anyMatch(alternative -> mayBeNull(Description.map(alternative)));
        }
        return !(schema.containsKey("type") || schema.containsKey("$ref"))
                || Boolean.TRUE.equals(schema.get("nullable"))
                || names(schema.get("type"), "null");
    }

    private void choices(String where, Object value, Map<String, Object> schema) {
        if (schema.get("enum") instanceof List<?> choices && !choices.contains(value)) {
            differences.add(where + " is not one of " + choices);
        }
        if (schema.get("oneOf") instanceof List<?> alternatives) {
            boolean fits = alternatives.stream().anyMatch(alternative -> {
                var check = new SchemaCheck(description);
                return check.compare(where, value, Description.map(alternative)).isEmpty();
            });
            if (!fits) {
                differences.add(where + " fits none of the alternatives");
            }
        }
    }

    private void type(String where, Object value, Map<String, Object> schema) {
        Object type = schema.get("type");
        if (type == null) {
            return;
        }
        String actual = switch (value) {
            case String _ -> "string";
            case Boolean _ -> "boolean";
            case Integer _, Long _, java.math.BigInteger _ -> "integer";
            case Number _ -> "number";
            case List<?> _ -> "array";
            case Map<?, ?> _ -> "object";
            default -> throw new IllegalStateException("no JSON value: " + value);
        };
        boolean fits = names(type, actual) || (actual.equals("integer") && names(type, "number"));
        if (!fits) {
            differences.add(where + " is of type " + actual + ", not " + type);
        }
    }

    private static boolean names(Object type, String name) {
        return name.equals(type) || (type instanceof List<?> types && types.contains(name));
    }

    private void object(String where, Map<String, Object> value, Map<String, Object> schema) {
        if (schema.get("required") instanceof List<?> required) {
            for (Object key : required) {
                if (!value.containsKey(String.valueOf(key))) {
                    differences.add(where + " has no " + key);
                }
            }
        }
        Map<String, Object> properties = Description.child(schema, "properties").orElse(null);
        if (properties == null) {
            return;
        }
        value.forEach((key, item) -> {
            if (properties.containsKey(key)) {
                walk(where + "." + key, item, Description.map(properties.get(key)));
            } else if (!Boolean.TRUE.equals(schema.get("additionalProperties"))) {
                differences.add(where + "." + key + " is not described");
            }
        });
    }

    private void format(String where, String text, Map<String, Object> schema) {
        boolean good = switch (String.valueOf(schema.get("format"))) {
            case "date-time" -> isTime(text);
            case "uri" -> isUri(text);
            default -> true;
        };
        if (!good) {
            differences.add(where + " is not in the format " + schema.get("format"));
        }
    }

    private static boolean isTime(String text) {
        try {
            OffsetDateTime.parse(text);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static boolean isUri(String text) {
        try {
            return URI.create(text).isAbsolute();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /// All differences of several comparisons, sorted, each once.
    static List<String> together(List<List<String>> many) {
        var all = new TreeSet<String>();
        many.forEach(all::addAll);
        return new ArrayList<>(all);
    }
}
