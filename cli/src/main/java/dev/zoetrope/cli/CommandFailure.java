package dev.zoetrope.cli;

import org.jspecify.annotations.Nullable;

/// The end of a command that did not work: one line for the user, and the exit code.
final class CommandFailure extends RuntimeException {
    private final ExitCode code;

    CommandFailure(ExitCode code, String message) {
        this(code, message, null);
    }

    CommandFailure(ExitCode code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    ExitCode code() {
        return code;
    }
}
