package dev.zoetrope.cli;

/// What the process ends with.
enum ExitCode {
    /// It worked.
    OK(0),
    /// The prediction failed, or the server refused.
    FAILED(1),
    /// The command line or the configuration is wrong.
    USAGE(2),
    /// No server answers.
    UNREACHABLE(3);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
