package dev.zoetrope.server;

import dev.zoetrope.api.ApiException;
import dev.zoetrope.api.ErrorCode;
import dev.zoetrope.api.Problem.InvalidField;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads the fields of a JSON object one by one and notes what is wrong, so that a caller hears of all faults
/// at once; [#done] throws them. Not thread-safe.
final class Fields {
    private final Map<String, @Nullable Object> json;
    private final String path;
    private final Set<String> asked = new HashSet<>();
    private final List<InvalidField> faults;

    Fields(Map<String, @Nullable Object> json, String path) {
        this(json, path, new ArrayList<>());
    }

    private Fields(Map<String, @Nullable Object> json, String path, List<InvalidField> faults) {
        this.json = json;
        this.path = path;
        this.faults = faults;
    }

    /// True when the field is there, be it null.
    boolean has(String key) {
        asked.add(key);
        return json.containsKey(key);
    }

    /// A string, or null when it is absent.
    @Nullable
    String text(String key) {
        return switch (value(key)) {
            case String text -> text;
            case null -> null;
            case Object other -> {
                invalidType(key, "a string", other);
                yield null;
            }
        };
    }

    /// A string that must be there.
    String required(String key) {
        String text = text(key);
        if (json.get(key) == null) {
            wrong("required", "", name(key) + " is required");
        }
        return text == null ? "" : text;
    }

    /// A whole number within limits.
    int number(String key, int fallback, int least, int most) {
        Object value = value(key);
        boolean isWhole = value instanceof Integer || value instanceof Long;
        long number = isWhole && value instanceof Number whole ? whole.longValue() : fallback;
        if (value != null && !isWhole) {
            invalidType(key, "a whole number", value);
        } else if (value != null && number < least) {
            wrong("number_gte", key, "must be at least " + least + ", got " + number);
        } else if (value != null && number > most) {
            wrong("number_lte", key, "must be at most " + most + ", got " + number);
        } else {
            return Math.toIntExact(number);
        }
        return fallback;
    }

    /// A whole number that must be there.
    int requiredNumber(String key, int least, int most) {
        if (value(key) == null) {
            wrong("required", "", name(key) + " is required");
        }
        return number(key, least, least, most);
    }

    boolean flag(String key, boolean fallback) {
        return switch (value(key)) {
            case Boolean flag -> flag;
            case null -> fallback;
            case Object other -> {
                invalidType(key, "true or false", other);
                yield fallback;
            }
        };
    }

    /// A list of strings, empty when it is absent.
    List<String> texts(String key) {
        Object value = value(key);
        if (value instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
            return list.stream().map(String::valueOf).toList();
        }
        if (value != null) {
            invalidType(key, "a list of strings", value);
        }
        return List.of();
    }

    /// An object of strings, empty when it is absent.
    Map<String, String> textMap(String key) {
        Object value = value(key);
        if (value instanceof Map<?, ?> map && map.values().stream().allMatch(String.class::isInstance)) {
            var texts = new LinkedHashMap<String, String>();
            map.forEach((name, text) -> texts.put(String.valueOf(name), String.valueOf(text)));
            return texts;
        }
        if (value != null) {
            invalidType(key, "an object of strings", value);
        }
        return Map.of();
    }

    /// An http or https URL, or null when it is absent.
    @Nullable
    URI url(String key) {
        String text = text(key);
        if (text == null) {
            return null;
        }
        try {
            URI uri = new URI(text);
            if (uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // the same answer as for a text that is another kind of URI
        }
        wrong("format", key, "must be an http or https URL, got " + text);
        return null;
    }

    /// One of a few words.
    String choice(String key, String fallback, List<String> choices) {
        String text = text(key);
        if (text != null && !choices.contains(text)) {
            wrong("enum", key, "must be one of " + String.join(", ", choices) + ", got " + text);
        }
        return text == null || !choices.contains(text) ? fallback : text;
    }

    /// The fields of an object in a field, whose faults are noted here; null when it is absent.
    @Nullable
    Fields object(String key) {
        Object value = value(key);
        if (value instanceof Map<?, ?> map) {
            var inner = new LinkedHashMap<String, @Nullable Object>();
            map.forEach((name, item) -> inner.put(String.valueOf(name), item));
            return new Fields(inner, name(key), faults);
        }
        if (value != null) {
            invalidType(key, "an object", value);
        }
        return null;
    }

    /// Notes a fault of a field, or of the object itself when the key is empty.
    void wrong(String type, String key, String description) {
        faults.add(new InvalidField(type, key.isEmpty() ? path : name(key), description));
    }

    /// Notes fields that nobody asked for.
    void rejectOthers() {
        for (String key : json.keySet()) {
            if (!asked.contains(key)) {
                wrong("additional_property_not_allowed", "", "Additional property " + key + " is not allowed");
            }
        }
    }

    /// Throws [ApiException] with all that was wrong.
    void done() {
        if (!faults.isEmpty()) {
            String detail = faults.stream()
                    .map(fault -> "- " + (fault.field().isEmpty() ? "" : fault.field() + ": ") + fault.description())
                    .collect(Collectors.joining("\n"));
            throw new ApiException(ErrorCode.INVALID_INPUT, detail, faults);
        }
    }

    private @Nullable Object value(String key) {
        asked.add(key);
        return json.get(key);
    }

    private void invalidType(String key, String expected, Object got) {
        wrong(
                "invalid_type",
                key,
                "must be " + expected + ", got " + got.getClass().getSimpleName());
    }

    private String name(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
