package dev.zoetrope.server;

import dev.zoetrope.api.Prediction;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Which predictions have a stream, and under which path. Immutable.
///
/// All have one whose model gives out text or files, in pieces or at once: the seed's record has one for its
/// single file. Those with another output, such as an object, have none: a command line that sees a stream
/// reads it instead of asking for the record, and would show only its text.
final class StreamLinks {
    private final StreamTokens tokens;
    private final Function<String, Optional<Map<String, @Nullable Object>>> openapi;

    /// Links with these tokens; the function gives the OpenAPI document of a model, if it is known.
    StreamLinks(StreamTokens tokens, Function<String, Optional<Map<String, @Nullable Object>>> openapi) {
        this.tokens = tokens;
        this.openapi = openapi;
    }

    /// The path of a prediction's stream, starting with a slash.
    Optional<String> of(Prediction stored) {
        OutputKind kind =
                openapi.apply(stored.model()).map(OutputKind::of).orElseGet(() -> OutputKind.ofOutput(stored.output()));
        return switch (kind) {
            case TEXT -> Optional.of("/v1/streams/" + tokens.of(stored.id()));
            case FILES -> Optional.of("/v1/files/" + tokens.of(stored.id()));
            case OTHER -> Optional.empty();
        };
    }
}
