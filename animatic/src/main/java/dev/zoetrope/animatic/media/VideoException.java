package dev.zoetrope.animatic.media;

import java.io.Serial;

/// A video that cannot be used. The message is for the one who sent it: what is wrong with it, and what to do.
public final class VideoException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    /// @param message what is wrong, the value, and the remedy
    public VideoException(String message) {
        super(message);
    }
}
