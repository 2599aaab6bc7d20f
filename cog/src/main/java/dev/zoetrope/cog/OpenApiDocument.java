package dev.zoetrope.cog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The OpenAPI 3.0.2 document that a Cog model publishes at `/openapi.json`, derived from its record of inputs.
///
/// The shape is the one of Cog's own runtime, since servers and command lines read it: choices are an `allOf`
/// with one reference to a schema of the input's name, `x-order` is the order of display. Public so that a
/// catalogue can show a model's schema without running it.
public final class OpenApiDocument {
    private OpenApiDocument() {}

    /// The document as maps and lists, ready for the codec; throws [IllegalArgumentException] when the record
    /// cannot be an input.
    ///
    /// @param version what `info.version` says
    public static Map<String, Object> of(Class<? extends Record> inputType, OutputType outputType, String version) {
        return of(inputType, outputType, null, version);
    }

    /// The document of a model, with its trainings if it has them; throws [IllegalArgumentException] as the
    /// other one.
    public static Map<String, Object> of(Model<?, ?> model, String version) {
        @Nullable
        Class<? extends Record> training =
                model instanceof TrainableModel<?, ?, ?> trainable ? trainable.trainingInputType() : null;
        return of(model.inputType(), model.outputType(), training, version);
    }

    private static Map<String, Object> of(
            Class<? extends Record> inputType,
            OutputType outputType,
            @Nullable Class<? extends Record> trainingInputType,
            String version) {
        var schemas = new LinkedHashMap<String, Object>();
        addInput(schemas, "Input", inputType);
        schemas.put("Output", output(outputType));
        schemas.putAll(CogSchemas.common());
        Map<String, Object> paths = CogSchemas.paths();
        if (trainingInputType != null) {
            addInput(schemas, "TrainingInput", trainingInputType);
            schemas.putAll(CogSchemas.training());
            paths.putAll(CogSchemas.trainingPaths());
        }
        return ordered(
                "openapi",
                "3.0.2",
                "info",
                ordered("title", "Cog", "version", version),
                "paths",
                paths,
                "components",
                ordered("schemas", schemas));
    }

    /// Where the names of inputs stand that are accepted but not published.
    private static final String HIDDEN = "x-hidden";

    private static void addInput(Map<String, Object> schemas, String name, Class<? extends Record> type) {
        List<InputField> fields = InputField.of(type).stream()
                .filter(field -> !field.rules().hidden())
                .toList();
        Map<String, Object> input = input(name, fields);
        List<String> hidden = InputField.of(type).stream()
                .filter(field -> field.rules().hidden())
                .map(InputField::name)
                .toList();
        if (!hidden.isEmpty()) {
            // An extension, which readers of the document skip: whoever drops unknown keys must let these through.
            input.put(HIDDEN, hidden);
        }
        schemas.put(name, input);
        for (InputField field : fields) {
            if (!field.choices().isEmpty()) {
                Map<String, Object> choices = choices(field);
                Object other = schemas.putIfAbsent(field.name(), choices);
                if (other != null && !other.equals(choices)) {
                    throw new IllegalArgumentException("the choices of " + field.name() + " in " + type.getSimpleName()
                            + " differ from those of the same name elsewhere; give the input another name");
                }
            }
        }
    }

    private static Map<String, Object> input(String title, List<InputField> fields) {
        var properties = new LinkedHashMap<String, Object>();
        fields.forEach(field -> properties.put(field.name(), property(field)));
        var input = ordered("title", title, "type", "object");
        List<String> required = fields.stream()
                .filter(InputField::isRequired)
                .map(InputField::name)
                .toList();
        if (!required.isEmpty()) {
            input.put("required", required);
        }
        input.put("properties", properties);
        return input;
    }

    private static Map<String, Object> property(InputField field) {
        Map<String, Object> property = field.isList()
                ? ordered("type", "array", "items", one(field), "title", title(field.name()))
                : one(field);
        if (!field.isList() && field.choices().isEmpty()) {
            property.put("title", title(field.name()));
        }
        property.put("description", field.rules().description());
        if (field.defaultValue() != null) {
            property.put("default", field.defaultValue());
        } else if (field.isNullable()) {
            property.put("nullable", true);
        }
        if (field.isList() && field.rules().maxItems() != Integer.MAX_VALUE) {
            property.put("maxItems", field.rules().maxItems());
        }
        property.put("x-order", field.order());
        return property;
    }

    private static Map<String, Object> one(InputField field) {
        Map<String, Object> reference = ordered("$ref", CogSchemas.reference(field.name()));
        if (!field.choices().isEmpty()) {
            return field.isList() ? reference : ordered("allOf", List.of(reference));
        }
        Map<String, Object> schema = ordered("type", field.type().json());
        if (field.type() == InputType.FILE) {
            schema.put("format", "uri");
        }
        if (field.type().isNumeric() && Double.isFinite(field.rules().min())) {
            schema.put("minimum", InputField.plain(field.rules().min()));
        }
        if (field.type().isNumeric() && Double.isFinite(field.rules().max())) {
            schema.put("maximum", InputField.plain(field.rules().max()));
        }
        if (field.type() == InputType.TEXT && field.rules().maxLength() != Integer.MAX_VALUE) {
            schema.put("maxLength", field.rules().maxLength());
        }
        return schema;
    }

    private static Map<String, Object> choices(InputField field) {
        return ordered(
                "enum",
                typed(field),
                "type",
                field.type().json(),
                "title",
                field.name(),
                "description",
                "An enumeration.");
    }

    /// Choices are written as strings in the annotation; a number's choices are numbers in the schema.
    private static List<Object> typed(InputField field) {
        var typed = new ArrayList<Object>();
        for (String choice : field.choices()) {
            typed.add(
                    switch (field.type()) {
                        case INTEGER, LONG -> Long.valueOf(choice);
                        case NUMBER -> Double.valueOf(choice);
                        case TEXT, FLAG, FILE, CHOICE -> choice;
                    });
        }
        return typed;
    }

    private static Map<String, Object> output(OutputType type) {
        Map<String, Object> file = ordered("type", "string", "format", "uri");
        return switch (type) {
            case FILE -> ordered("type", "string", "format", "uri", "title", "Output");
            case FILES -> ordered("type", "array", "items", file, "title", "Output");
            case TEXT -> ordered("type", "string", "title", "Output");
            case TEXT_STREAM ->
                ordered(
                        "type",
                        "array",
                        "items",
                        ordered("type", "string"),
                        "title",
                        "Output",
                        "x-cog-array-type",
                        "iterator",
                        "x-cog-array-display",
                        "concatenate");
            case FILE_STREAM ->
                ordered("type", "array", "items", file, "title", "Output", "x-cog-array-type", "iterator");
            case JSON -> ordered("title", "Output");
        };
    }

    /// `aspect_ratio` becomes `Aspect Ratio`, as Cog titles its inputs.
    private static String title(String name) {
        return Arrays.stream(name.split("_"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining(" "));
    }

    /// A map that keeps the order of the given keys and values.
    static Map<String, Object> ordered(@Nullable Object... keysAndValues) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            Object value = keysAndValues[i + 1];
            if (value != null) {
                map.put(String.valueOf(keysAndValues[i]), value);
            }
        }
        return map;
    }
}
