package dev.zoetrope.cog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zoetrope.api.Codec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OpenApiDocumentTest {
    private static Map<String, Object> document(OutputType type) {
        return Codec.readObject(Codec.write(OpenApiDocument.of(Films.Wish.class, type, "1.2.3")));
    }

    /// The value at a path of keys.
    private static Object at(Map<String, Object> document, String... keys) {
        Object value = document;
        for (String key : keys) {
            value = ((Map<?, ?>) value).get(key);
        }
        return value;
    }

    private static Object property(String name) {
        return at(document(OutputType.FILE), "components", "schemas", "Input", "properties", name);
    }

    private static Object json(String text) {
        return Codec.readValue(text);
    }

    @Test
    void inputs_have_the_shape_that_cog_gives_them() {
        assertThat(property("prompt")).isEqualTo(json("""
                        {"type":"string","maxLength":20,"title":"Prompt","description":"What to do","x-order":0}"""));
        assertThat(property("duration")).isEqualTo(json("""
                        {"type":"integer","minimum":1,"maximum":15,"title":"Duration","description":"Seconds",
                         "default":5,"x-order":1}"""));
        assertThat(property("aspect_ratio")).isEqualTo(json("""
                        {"allOf":[{"$ref":"#/components/schemas/aspect_ratio"}],"description":"Shape",
                         "default":"16:9","x-order":2}"""));
        assertThat(property("images")).isEqualTo(json("""
                        {"type":"array","items":{"type":"string","format":"uri"},"title":"Images",
                         "description":"Pictures","default":[],"maxItems":2,"x-order":4}"""));
        assertThat(property("image")).isEqualTo(json("""
                        {"type":"string","format":"uri","title":"Image","description":"First picture",
                         "nullable":true,"x-order":5}"""));
        assertThat(property("strength")).isEqualTo(json("""
                        {"type":"number","minimum":0,"maximum":1,"title":"Strength","description":"How strongly",
                         "default":0.5,"x-order":7}"""));
        assertThat(property("sound")).isEqualTo(json("""
                        {"type":"boolean","title":"Sound","description":"With sound","default":true,"x-order":8}"""));
        assertThat(property("secret")).isNull();
    }

    @Test
    void choices_and_required_inputs_are_told() {
        Map<String, Object> document = document(OutputType.FILE);
        assertThat(at(document, "components", "schemas", "aspect_ratio")).isEqualTo(json("""
                        {"enum":["16:9","1:1"],"type":"string","title":"aspect_ratio",
                         "description":"An enumeration."}"""));
        assertThat(at(document, "components", "schemas", "look", "enum")).isEqualTo(List.of("pencil", "ink & wash"));
        assertThat(at(document, "components", "schemas", "Input", "required")).isEqualTo(List.of("prompt"));
        assertThat(at(document, "info")).isEqualTo(Map.of("title", "Cog", "version", "1.2.3"));
    }

    @Test
    void outputs_are_told_by_their_type() {
        assertThat(output(OutputType.FILE)).isEqualTo(json("""
                {"type":"string","format":"uri","title":"Output"}"""));
        assertThat(output(OutputType.TEXT_STREAM)).isEqualTo(json("""
                {"type":"array","items":{"type":"string"},"title":"Output","x-cog-array-type":"iterator",
                 "x-cog-array-display":"concatenate"}"""));
        assertThat(output(OutputType.FILE_STREAM)).isEqualTo(json("""
                {"type":"array","items":{"type":"string","format":"uri"},"title":"Output",
                 "x-cog-array-type":"iterator"}"""));
    }

    private static Object output(OutputType type) {
        return at(document(type), "components", "schemas", "Output");
    }

    @ParameterizedTest
    @EnumSource
    void every_reference_leads_somewhere(OutputType type) {
        Map<String, Object> document = document(type);
        var references = new ArrayList<String>();
        collect(document, references);

        assertThat(references)
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(
                                at(document, reference.substring(2).split("/")))
                        .isNotNull());
        assertThat(((Map<?, ?>) at(document, "components", "schemas"))
                        .keySet().stream().map(String::valueOf))
                .hasSize(10)
                .contains("Status", "WebhookEvent", "PredictionRequest", "PredictionResponse", "ValidationError");
    }

    private static void collect(Object value, List<String> references) {
        if (value instanceof Map<?, ?> map) {
            if (map.get("$ref") instanceof String reference) {
                references.add(reference);
            }
            map.values().forEach(inner -> collect(inner, references));
        } else if (value instanceof List<?> list) {
            list.forEach(inner -> collect(inner, references));
        }
    }
}
