package dev.zoetrope.seedance;

import dev.zoetrope.api.Codec;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// The request that everything started from, as it stands on record.
final class SeedRequest {
    private SeedRequest() {}

    /// Its input as a map that may be changed.
    @SuppressWarnings("unchecked") // JSON objects are maps
    static Map<String, Object> input() throws IOException {
        return new LinkedHashMap<>(
                (Map<String, Object>) read("seed-request.json").get("input"));
    }

    /// The prediction that the original made of it.
    static Map<String, Object> prediction() throws IOException {
        return read("seed-prediction.json");
    }

    @SuppressWarnings("unchecked") // JSON objects are maps
    private static Map<String, Object> read(String name) throws IOException {
        try (InputStream file = SeedRequest.class.getResourceAsStream("/seed/" + name)) {
            String json = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return (Map<String, Object>) Codec.readValue(json);
        }
    }
}
