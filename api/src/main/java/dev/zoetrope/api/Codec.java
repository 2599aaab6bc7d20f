package dev.zoetrope.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.InputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/// Reads and writes the wire's JSON: snake_case names, absent instead of null unless the API always sends the field,
/// times in UTC with 3 or 6 decimals as Replicate writes them. Thread-safe.
public final class Codec {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .changeDefaultPropertyInclusion(value -> value.withValueInclusion(JsonInclude.Include.NON_NULL))
            .addModule(new SimpleModule().addSerializer(Instant.class, new InstantSerializer()))
            .build();

    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter MICROS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSX").withZone(ZoneOffset.UTC);

    private Codec() {}

    /// Reads a JSON text; throws [MalformedJson] when it is none, or does not fit the type.
    public static <T> T read(String json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JacksonException e) {
            throw new MalformedJson(e);
        }
    }

    /// Reads a JSON text into a generic type; throws [MalformedJson].
    public static <T> T read(String json, TypeReference<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JacksonException e) {
            throw new MalformedJson(e);
        }
    }

    /// Reads a JSON object from a stream, which the caller closes; throws [MalformedJson], also for any other JSON
    /// value.
    public static Map<String, @Nullable Object> readObject(InputStream json) {
        try {
            return object(MAPPER.readValue(json, new TypeReference<LinkedHashMap<String, @Nullable Object>>() {}));
        } catch (JacksonException e) {
            throw new MalformedJson(e);
        }
    }

    /// Reads a JSON object; throws [MalformedJson], also for any other JSON value.
    public static Map<String, @Nullable Object> readObject(String json) {
        return object(read(json, new TypeReference<LinkedHashMap<String, @Nullable Object>>() {}));
    }

    /// Reads any JSON value as maps, lists, strings, numbers, booleans and null; throws [MalformedJson].
    public static @Nullable Object readValue(String json) {
        return read(json, new TypeReference<@Nullable Object>() {});
    }

    /// Turns maps and lists, as [#readObject] gives them, into a record; throws [MalformedJson].
    public static <T> T convert(Object value, Class<T> type) {
        try {
            return MAPPER.convertValue(value, type);
        } catch (JacksonException e) {
            throw new MalformedJson(e);
        }
    }

    /// Writes a value as compact JSON.
    public static String write(@Nullable Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /// Writes a value as UTF-8 JSON, ready for a body.
    public static byte[] writeBytes(@Nullable Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    /// Writes a value as indented JSON, for people.
    public static String writePretty(@Nullable Object value) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value);
    }

    private static Map<String, @Nullable Object> object(@Nullable Map<String, @Nullable Object> map) {
        if (map == null) {
            throw new MalformedJson("the JSON is null where an object was expected");
        }
        return map;
    }

    /// Text that is not the JSON it should be. The message is safe to show to whoever sent it.
    public static final class MalformedJson extends RuntimeException {
        MalformedJson(JacksonException cause) {
            super(at(cause), cause);
        }

        MalformedJson(String message) {
            super(message);
        }

        private static String at(JacksonException e) {
            var where = e.getLocation();
            String place = where == null || where.getLineNr() < 1
                    ? ""
                    : " (line " + where.getLineNr() + ", column " + where.getColumnNr() + ")";
            return e.getOriginalMessage() + place;
        }
    }

    private static final class InstantSerializer extends StdSerializer<Instant> {
        InstantSerializer() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant value, JsonGenerator out, SerializationContext context) {
            Instant micros = value.truncatedTo(ChronoUnit.MICROS);
            boolean whole = micros.equals(value.truncatedTo(ChronoUnit.MILLIS));
            out.writeString((whole ? MILLIS : MICROS).format(micros));
        }
    }
}
