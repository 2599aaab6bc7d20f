package dev.zoetrope.server;

import dev.zoetrope.api.Codec;
import dev.zoetrope.api.Version;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The version of a model that runs now: its OpenAPI document, and the id that follows from it and the model's name, so
/// that the same model has the same id on every server and after every restart.
record ModelSchema(Version version, InputCheck check) {
    static ModelSchema of(ModelCommand command, Map<String, @Nullable Object> openapi, Instant now) {
        String id = sha256(command.slug() + "\n" + Codec.write(openapi));
        String cogVersion =
                openapi.get("info") instanceof Map<?, ?> info && info.get("version") instanceof String v ? v : "0.1.0";
        return new ModelSchema(new Version(id, now, cogVersion, openapi, Map.of()), InputCheck.of(openapi));
    }

    boolean sameAs(@Nullable ModelSchema other) {
        return other != null && other.version.id().equals(version.id());
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
