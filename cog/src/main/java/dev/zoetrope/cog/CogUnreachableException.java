package dev.zoetrope.cog;

import org.jspecify.annotations.Nullable;

/// A Cog model that did not answer as one: not reached, too slow, or with something other than its protocol. Whether
/// it did what was asked is not known. Public because whoever drives a [CogClient] handles it.
public final class CogUnreachableException extends RuntimeException {
    CogUnreachableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
