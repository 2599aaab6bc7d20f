package dev.zoetrope.predictions;

import java.util.Objects;

/// The name that a sender gave to a create, so that the same create sent twice makes one prediction. Names of
/// different owners have nothing to do with each other.
///
/// @param name as sent
/// @param fingerprint a digest of what was asked for: the same name with another one is a mistake of the
/// sender's
public record IdempotencyKey(String name, String fingerprint) {
    public IdempotencyKey {
        Objects.requireNonNull(name, "name is null");
        Objects.requireNonNull(fingerprint, "fingerprint is null");
    }
}
