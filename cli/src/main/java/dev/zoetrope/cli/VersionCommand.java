package dev.zoetrope.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// `version`: what this is and what it runs on, for reports of faults.
@Command(name = "version", description = "Print the versions of this program and of its Java.")
final class VersionCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    VersionCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        // Absent when the classes do not come from the jar, as in tests and editors.
        String version = Objects.requireNonNullElse(
                VersionCommand.class.getPackage().getImplementationVersion(), "(not packaged)");
        surroundings.out().println("zoetrope " + version);
        surroundings.out().println("java " + Runtime.version() + " in " + System.getProperty("java.home"));
        surroundings.out().println(System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        return ExitCode.OK.number();
    }
}
