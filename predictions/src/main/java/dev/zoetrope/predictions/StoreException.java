package dev.zoetrope.predictions;

/// The database could not do what was asked of it; nothing was changed.
public class StoreException extends RuntimeException {
    /// With a message that says what was wrong and the remedy.
    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
