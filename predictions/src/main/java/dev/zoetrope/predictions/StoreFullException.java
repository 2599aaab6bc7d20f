package dev.zoetrope.predictions;

/// The disk under the database has no room, or refuses to write; nothing was changed. The store goes on
/// working, and the same call succeeds once there is room again.
public final class StoreFullException extends StoreException {
    /// With a message that says what was wrong and the remedy.
    public StoreFullException(String message, Throwable cause) {
        super(message, cause);
    }
}
