package dev.zoetrope.server;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a model gives out, as far as a stream of it is concerned.
enum OutputKind {
    /// Words, or anything else that is read as text: each piece is an event.
    TEXT,
    /// Files: each event is a URL.
    FILES,
    /// Something that cannot be shown in pieces, such as an object.
    OTHER;

    private static final String SCHEMAS = "#/components/schemas/";

    /// Schemas may refer to others; deeper than this is no output but a knot.
    private static final int MOST_HOPS = 8;

    /// The kind that a model's OpenAPI document declares.
    static OutputKind of(Map<String, @Nullable Object> openapi) {
        Map<?, ?> schemas = object(object(openapi, "components"), "schemas");
        return ofSchema(object(schemas, "Output"), schemas, MOST_HOPS);
    }

    /// The kind of a stored output, for models whose schema is not known here any more.
    static OutputKind ofOutput(@Nullable Object output) {
        return switch (output) {
            case String text -> isFile(text) ? FILES : TEXT;
            case List<?> list when !list.isEmpty() -> list.getFirst() instanceof Map ? TEXT : ofOutput(list.getFirst());
            case null, default -> OTHER;
        };
    }

    private static boolean isFile(String text) {
        return text.startsWith(FileLinks.STORED)
                || text.startsWith("data:")
                || text.startsWith("https://")
                || text.startsWith("http://");
    }

    private static OutputKind ofSchema(Map<?, ?> schema, Map<?, ?> schemas, int hops) {
        if (hops == 0) {
            return OTHER;
        }
        if (schema.get("$ref") instanceof String name && name.startsWith(SCHEMAS)) {
            return ofSchema(object(schemas, name.substring(SCHEMAS.length())), schemas, hops - 1);
        }
        for (String choice : List.of("allOf", "anyOf", "oneOf")) {
            if (schema.get(choice) instanceof List<?> list) {
                return list.stream()
                        .filter(Map.class::isInstance)
                        .map(Map.class::cast)
                        .filter(each -> !"null".equals(each.get("type")))
                        .findFirst()
                        .map(each -> ofSchema(each, schemas, hops - 1))
                        .orElse(OTHER);
            }
        }
        if ("array".equals(schema.get("type"))) {
            OutputKind items = ofSchema(object(schema, "items"), schemas, hops - 1);
            // Pieces that are no strings are shown as JSON text; without pieces there is nothing to watch.
            return items == OTHER && "iterator".equals(schema.get("x-cog-array-type")) ? TEXT : items;
        }
        if (!"string".equals(schema.get("type"))) {
            return OTHER;
        }
        return "uri".equals(schema.get("format")) ? FILES : TEXT;
    }

    private static Map<?, ?> object(Map<?, ?> in, String key) {
        return in.get(key) instanceof Map<?, ?> map ? map : Map.of();
    }
}
