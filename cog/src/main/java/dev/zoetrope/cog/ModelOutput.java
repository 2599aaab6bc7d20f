package dev.zoetrope.cog;

import dev.zoetrope.api.Codec;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// Turns what a model returns or emits into the wire's output, by its [OutputType]. Thread-safe.
final class ModelOutput implements HostedPrediction.Pieces {
    private final OutputType type;
    private final OutputDelivery delivery;

    ModelOutput(OutputType type, OutputDelivery delivery) {
        this.type = type;
        this.delivery = delivery;
    }

    /// The output of a prediction that ended well; throws [IOException] when a file could not be delivered, and
    /// [IllegalStateException] when the model broke its own promise.
    @Nullable
    Object toWire(@Nullable Object returned, HostedPrediction prediction) throws IOException, InterruptedException {
        return switch (type) {
            case FILE -> file(returned, prediction.id());
            case FILES -> {
                var files = new ArrayList<>();
                for (Object file : list(returned)) {
                    files.add(file(file, prediction.id()));
                }
                yield files;
            }
            case TEXT -> text(returned);
            case TEXT_STREAM, FILE_STREAM -> {
                if (returned != null) {
                    throw broken(returned, "null, since its pieces are emitted");
                }
                yield prediction.emitted();
            }
            case JSON -> plain(json(returned, prediction.id()));
        };
    }

    @Override
    public Object toWire(Object piece, String predictionId) throws IOException, InterruptedException {
        return switch (type) {
            case TEXT_STREAM -> text(piece);
            case FILE_STREAM -> file(piece, predictionId);
            case FILE, FILES, TEXT, JSON ->
                throw new IllegalStateException("the model emits output, but its output type is " + type);
        };
    }

    @Override
    public String store(Path file, String predictionId) throws IOException, InterruptedException {
        return delivery.deliver(file, predictionId);
    }

    private String file(@Nullable Object value, String predictionId) throws IOException, InterruptedException {
        return switch (value) {
            case Path path -> delivery.deliver(path, predictionId);
            case URI uri -> uri.toString();
            case null, default -> throw broken(value, "the path of a file");
        };
    }

    private String text(@Nullable Object value) {
        if (value instanceof CharSequence text) {
            return text.toString();
        }
        throw broken(value, "a string");
    }

    private List<?> list(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list;
        }
        throw broken(value, "a list of paths");
    }

    /// Paths anywhere in the value are delivered as files.
    private @Nullable Object json(@Nullable Object value, String predictionId)
            throws IOException, InterruptedException {
        return switch (value) {
            case Path path -> delivery.deliver(path, predictionId);
            case Map<?, ?> map -> {
                var wire = new LinkedHashMap<String, @Nullable Object>();
                for (var entry : map.entrySet()) {
                    wire.put(String.valueOf(entry.getKey()), json(entry.getValue(), predictionId));
                }
                yield wire;
            }
            case List<?> list -> {
                var wire = new ArrayList<@Nullable Object>();
                for (Object item : list) {
                    wire.add(json(item, predictionId));
                }
                yield wire;
            }
            case null, default -> value;
        };
    }

    /// The value as the codec shows it: what cannot be written must fail the prediction here, not its last webhook, and
    /// what the model changes later must not change the output.
    private static @Nullable Object plain(@Nullable Object value) {
        try {
            return Codec.readValue(Codec.write(value));
        } catch (JacksonException e) {
            throw new IllegalStateException(
                    "the model's output cannot be written as JSON: " + e.getOriginalMessage(), e);
        }
    }

    private IllegalStateException broken(@Nullable Object value, String promised) {
        String got = value == null ? "null" : "a " + value.getClass().getSimpleName();
        return new IllegalStateException(
                "the model gave out " + got + ", but its output type " + type + " wants " + promised);
    }
}
