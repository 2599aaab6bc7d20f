package dev.zoetrope.predictions;

import org.jspecify.annotations.Nullable;

/// What came of a create.
public sealed interface Creation {
    /// A new prediction.
    record Created(PredictionRow row) implements Creation {}

    /// The prediction that an earlier create with the same idempotency key made.
    record Replayed(PredictionRow row) implements Creation {}

    /// The key stands for another request.
    ///
    /// @param prediction the id of what that request made
    record Conflict(String prediction) implements Creation {}

    /// What a create says beside the prediction itself.
    ///
    /// @param base the address under which its sender sees this server, for links that are sent to it later
    /// @param key what the sender calls this create, if anything
    record Terms(@Nullable String base, @Nullable IdempotencyKey key) {
        /// Nothing to say.
        public static final Terms NONE = new Terms(null, null);
    }
}
