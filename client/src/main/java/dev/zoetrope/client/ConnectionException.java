package dev.zoetrope.client;

/// The server could not be reached, or its answer did not arrive whole. Whether it did something is unknown unless the
/// connection itself failed.
public final class ConnectionException extends RuntimeException {
    ConnectionException(String message) {
        super(message);
    }

    ConnectionException(String message, Throwable cause) {
        super(message, cause);
    }
}
