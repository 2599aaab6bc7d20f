package dev.zoetrope.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Everything a command takes from the process around it; a test gives its own.
///
/// @param environment the environment variables
/// @param home the user's home folder
/// @param folder where relative paths begin
/// @param out for results
/// @param err for progress and errors
/// @param terminal true when a person watches, so that a line may be drawn over
/// @param launcher starts a server in this process
record Surroundings(
        Map<String, String> environment,
        Path home,
        Path folder,
        PrintStream out,
        PrintStream err,
        boolean terminal,
        ServerLauncher launcher) {

    /// Those of this process.
    static Surroundings ofProcess() {
        return new Surroundings(
                System.getenv(),
                Path.of(System.getProperty("user.home")),
                Path.of("").toAbsolutePath(),
                // Prompts and captions come in every script, whatever the terminal's locale says.
                new PrintStream(System.out, true, StandardCharsets.UTF_8),
                new PrintStream(System.err, true, StandardCharsets.UTF_8),
                isTerminal(),
                ServerLauncher.ofThisProgram());
    }

    /// An environment variable, unless it is missing or blank.
    Optional<String> variable(String name) {
        String value = environment.get(name);
        return value == null || value.isBlank() ? Optional.empty() : Optional.of(value.strip());
    }

    /// A path that the user wrote.
    Path path(String text) {
        return folder.resolve(text).normalize();
    }

    @SuppressWarnings("SystemConsoleNull") // Java 25 gives null again where nobody watches
    private static boolean isTerminal() {
        var console = System.console();
        return console != null && console.isTerminal() && !"dumb".equals(System.getenv("TERM"));
    }
}
