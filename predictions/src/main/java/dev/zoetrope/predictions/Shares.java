package dev.zoetrope.predictions;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Links by which people without a token look at one prediction, until somebody takes the link back. Thread-safe;
/// methods block.
public interface Shares {
    /// A link.
    ///
    /// @param id its id, to take it back by
    /// @param secret the unguessable part of its URL
    /// @param prediction id of the prediction it shows
    /// @param createdAt when it was made
    record Share(String id, String secret, String prediction, Instant createdAt) {}

    /// Makes a link to a prediction that is there.
    Share create(String prediction);

    /// The link of a secret, unless it was taken back.
    Optional<Share> find(String secret);

    /// The links to a prediction, newest first.
    List<Share> of(String prediction);

    /// Takes a link back; false when there is none with this id.
    boolean revoke(String id);
}
