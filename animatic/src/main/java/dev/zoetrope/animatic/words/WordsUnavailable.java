package dev.zoetrope.animatic.words;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/// No words can be read in this process: the runtime has no library for the platform. A film can be made all the same.
public final class WordsUnavailable extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    WordsUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
