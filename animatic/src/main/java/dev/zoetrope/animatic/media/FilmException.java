package dev.zoetrope.animatic.media;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/// A film that could not be written: the disk is full, the folder is missing, the encoder refused. The message says
/// which and what to do.
public final class FilmException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    /// @param message what went wrong, the value, and the remedy
    /// @param cause null when there is none
    public FilmException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /// Passes a return code of FFmpeg's on, or throws when it is an error.
    static int require(int code, String what) {
        if (code < 0) {
            throw new FilmException(what + " failed: " + FFmpeg.text(code), null);
        }
        return code;
    }
}
