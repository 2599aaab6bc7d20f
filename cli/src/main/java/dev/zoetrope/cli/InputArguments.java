package dev.zoetrope.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The `key=value` words of a command line, turned into a model's input by its schema.
///
/// `key=@path` is a file to upload, `key=@@text` the text `@text`. A list is written by repeating its key, or as JSON.
final class InputArguments {
    private final InputSchema schema;
    private final Function<String, String> upload;

    /// @param schema what the model takes
    /// @param upload makes a URL of a path
    InputArguments(InputSchema schema, Function<String, String> upload) {
        this.schema = schema;
        this.upload = upload;
    }

    /// The input; throws [CommandFailure] for a word that is none or does not fit the schema.
    Map<String, @Nullable Object> read(List<String> words) {
        Map<String, @Nullable Object> input = new LinkedHashMap<>();
        for (String word : words) {
            int equals = word.indexOf('=');
            if (equals < 1) {
                throw new CommandFailure(
                        ExitCode.USAGE, "\"" + word + "\" is no input; write key=value, such as prompt=\"a red fox\"");
            }
            add(input, word.substring(0, equals), word.substring(equals + 1));
        }
        return input;
    }

    private void add(Map<String, @Nullable Object> input, String key, String text) {
        Optional<InputSchema.Field> field = schema.field(key);
        if (field.isPresent() && field.get().isList()) {
            InputSchema.Field list = field.get();
            List<@Nullable Object> values =
                    text.startsWith("[") ? list.list(key, text) : List.of(one(list.item(), key, text));
            @Nullable Object before = input.get(key);
            input.put(key, before instanceof List<?> some ? concat(some, values) : values);
            return;
        }
        if (input.containsKey(key)) {
            throw new CommandFailure(
                    ExitCode.USAGE, "\"" + key + "\" is given twice, but the model takes one value for it");
        }
        input.put(key, one(field.orElse(InputSchema.Field.UNKNOWN), key, text));
    }

    private @Nullable Object one(InputSchema.Field field, String key, String text) {
        if (text.startsWith("@@")) {
            return text.substring(1);
        }
        return text.startsWith("@") ? upload.apply(text.substring(1)) : field.value(key, text);
    }

    private static List<@Nullable Object> concat(List<?> some, List<@Nullable Object> more) {
        List<@Nullable Object> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }
}
