package dev.zoetrope.predictions;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// API tokens, stored hashed. Thread-safe.
public interface Tokens {
    /// A token without its secret.
    ///
    /// @param id its id, also the owner of what it sends
    /// @param name what its maker called it
    /// @param hint its first and last characters, to tell tokens apart
    /// @param createdAt when it was made
    /// @param lastUsedAt roughly when it was last used
    record Token(
            String id,
            String name,
            String hint,
            Instant createdAt,
            @Nullable Instant lastUsedAt) {}

    /// A new token with its secret, which is shown this once.
    record Created(Token token, String secret) {}

    /// Makes a token with a random secret that starts with `r8_`, as clients and scanners expect.
    Created create(String name);

    /// Makes sure that this secret is a valid token, under this name; for a secret that comes from configuration.
    Token ensure(String name, String secret);

    /// Finds the token of a secret, in constant time with respect to the secret.
    Optional<Token> authenticate(String secret);

    /// All of them, oldest first.
    List<Token> list();

    /// Takes one away; false when there is none with this id.
    boolean revoke(String id);
}
