package dev.zoetrope.cog;

/// A failure whose message is meant for the caller: what was wrong, the value, and the remedy. No stack trace is
/// logged.
public final class ModelException extends Exception {
    public ModelException(String message) {
        super(message);
    }

    public ModelException(String message, Throwable cause) {
        super(message, cause);
    }
}
