package dev.zoetrope.server;

import dev.zoetrope.api.ApiException;
import dev.zoetrope.api.Codec;
import dev.zoetrope.api.ErrorCode;
import dev.zoetrope.predictions.Creation;
import dev.zoetrope.predictions.IdempotencyKey;
import dev.zoetrope.predictions.PredictionRow;
import dev.zoetrope.predictions.PredictionStore;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The `Idempotency-Key` header of creates: whoever had no answer sends the same create again and gets the
/// prediction of the first, also after a restart. Keys are kept for a day at least and belong to their token.
final class Idempotency {
    private static final HeaderName KEY = HeaderNames.create("Idempotency-Key");
    private static final HeaderName REPLAYED = HeaderNames.create("Idempotent-Replayed");

    /// Four UUIDs and more; a key is looked up and kept, so it must not be a text without end.
    private static final int LONGEST = 255;

    private final PredictionStore store;
    private final Gate gate;

    Idempotency(PredictionStore store, Gate gate) {
        this.store = store;
        this.gate = gate;
    }

    /// What is asked for: the same subject under the same key is the same request.
    ///
    /// @param owner the id of the token
    /// @param about what the path names
    /// @param body as sent
    record Subject(String owner, String about, Map<String, @Nullable Object> body) {}

    /// Checks and stores on the terms of the request.
    interface Maker {
        Creation make(Creation.Terms terms) throws InterruptedException;
    }

    /// Makes what is asked for, or finds what the same request made before. A request that was found before is
    /// not checked again: its model may have changed since.
    PredictionRow create(ServerRequest request, ServerResponse response, Subject subject, Maker maker)
            throws InterruptedException {
        @Nullable
        IdempotencyKey key = request.headers()
                .first(KEY)
                .map(name -> new IdempotencyKey(checked(name), fingerprint(subject)))
                .orElse(null);
        Optional<Creation> earlier = key == null ? Optional.empty() : store.replay(subject.owner(), key);
        Creation creation =
                earlier.isPresent() ? earlier.get() : maker.make(new Creation.Terms(gate.base(request), key));
        return switch (creation) {
            case Creation.Created(var row) -> row;
            case Creation.Replayed(var row) -> {
                response.header(REPLAYED, "true");
                yield row;
            }
            case Creation.Conflict(var prediction) ->
                throw new ApiException(
                        ErrorCode.INVALID_INPUT,
                        "The Idempotency-Key \"" + (key == null ? "" : key.name())
                                + "\" was used for another request, which" + " made the prediction " + prediction
                                + "; use a new key for a new request.");
        };
    }

    private static String checked(String name) {
        String key = name.strip();
        if (key.isEmpty() || key.length() > LONGEST || !key.chars().allMatch(c -> c >= ' ' && c <= '~')) {
            throw new ApiException(
                    ErrorCode.BAD_REQUEST,
                    "Idempotency-Key must be 1 to " + LONGEST + " characters of ASCII, such as a UUID, got "
                            + key.length() + " characters");
        }
        return key;
    }

    /// The order of keys in an object does not matter.
    private static String fingerprint(Subject subject) {
        return Sha256.hex(subject.about() + "\n" + Codec.write(sorted(subject.body())));
    }

    private static @Nullable Object sorted(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                var sorted = new TreeMap<String, @Nullable Object>();
                map.forEach((key, item) -> sorted.put(String.valueOf(key), sorted(item)));
                yield sorted;
            }
            case List<?> list -> list.stream().map(Idempotency::sorted).toList();
            case null -> null;
            default -> value; // a string, a number or a boolean
        };
    }
}
