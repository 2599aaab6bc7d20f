package dev.zoetrope.compat;

import dev.zoetrope.api.Codec;
import java.util.Map;

/// One line of a script's output.
///
/// @param feature one of [Feature#id]
/// @param note why it differs, is absent or fails; empty when it works
record Finding(String feature, Verdict verdict, String note) {
    /// Reads a line such as `{"feature":"run","verdict":"works"}`.
    static Finding parse(String line) {
        Map<String, Object> json = Codec.readObject(line);
        return new Finding(
                String.valueOf(json.get("feature")),
                Verdict.of(String.valueOf(json.get("verdict"))),
                String.valueOf(json.getOrDefault("note", "")));
    }
}
