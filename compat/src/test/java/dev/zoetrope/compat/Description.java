package dev.zoetrope.compat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An OpenAPI description of an API, read as plain maps: Replicate's published one without its prose, or our
/// own.
record Description(Map<String, Object> root) {
    /// One operation.
    ///
    /// @param method in capitals
    /// @param path with its placeholders, such as `/predictions/{prediction_id}`
    record Operation(String method, String path, Map<String, Object> detail) {
        @Override
        public String toString() {
            return method + " " + path;
        }

        /// The part of the description that tells of a status.
        Optional<Map<String, Object>> response(int status) {
            return child(detail, "responses")
                    .map(all -> all.get(Integer.toString(status)))
                    .map(Description::map);
        }

        /// The schema of a status and content type, each content type without its parameters.
        Optional<Map<String, Object>> schema(int status, String contentType) {
            return response(status)
                    .flatMap(response -> child(response, "content"))
                    .map(content -> content.get(contentType))
                    .flatMap(media -> child(map(media), "schema"));
        }

        /// The content types of a status.
        List<String> contentTypes(int status) {
            return response(status)
                    .flatMap(response -> child(response, "content"))
                    .map(content -> List.copyOf(content.keySet()))
                    .orElse(List.of());
        }
    }

    /// All operations, in the order of the document.
    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        child(root, "paths")
                .orElse(Map.of())
                .forEach((path, methods) -> map(methods).forEach((method, detail) -> {
                    if (!method.equals("parameters")) {
                        operations.add(new Operation(method.toUpperCase(java.util.Locale.ROOT), path, map(detail)));
                    }
                }));
        return operations;
    }

    /// What a reference such as `#/components/schemas/x` names.
    Map<String, Object> resolve(String reference) {
        Map<String, Object> at = root;
        for (String step : reference.substring(2).split("/", -1)) {
            at = map(at.get(step));
        }
        return at;
    }

    static Optional<Map<String, Object>> child(Map<String, Object> parent, String key) {
        return Optional.ofNullable(parent.get(key)).map(Description::map);
    }

    @SuppressWarnings("unchecked") // what a JSON or YAML reader gives for an object has strings as keys
    static Map<String, Object> map(Object value) {
        if (value instanceof Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
        throw new IllegalStateException("an object is expected in the description, got " + value);
    }

    /// A copy of some entries, in order.
    static Map<String, Object> entries(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put(String.valueOf(keysAndValues[i]), keysAndValues[i + 1]);
        }
        return map;
    }
}
