package dev.zoetrope.cli;

import dev.zoetrope.client.ConnectionException;
import dev.zoetrope.client.ServiceException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;

/// The program. Public for the JVM alone.
@Command(
        name = "zoetrope",
        mixinStandardHelpOptions = false,
        description = "A self-hosted, Replicate-compatible server for video generation.",
        synopsisSubcommandLabel = "COMMAND")
public final class Main {
    private static final String LOG_LEVEL = "ZOETROPE_LOG_LEVEL";
    private static final Set<String> LOGGING = Set.of("serve", "model");
    private static final int UNAUTHENTICATED = 401;

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Show stack traces.")
    private boolean debug;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help.")
    @SuppressWarnings("unused") // picocli reads the annotation, not the field
    private boolean help;

    private Main() {}

    /// Runs a command and ends the process with its exit code.
    public static void main(String[] arguments) {
        if (arguments.length > 0 && !LOGGING.contains(arguments[0])) {
            quietLogs();
        }
        System.exit(run(Surroundings.ofProcess(), arguments));
    }

    /// What a library logs would land between the lines of the command; set before the first logger is made.
    private static void quietLogs() {
        if (System.getenv(LOG_LEVEL) == null) {
            System.setProperty(LOG_LEVEL, "WARN");
        }
    }

    /// Runs a command and gives its exit code.
    static int run(Surroundings surroundings, String... arguments) {
        CommandLine program = commandLine(surroundings, arguments);
        if (arguments.length == 0) {
            program.usage(program.getErr());
            return ExitCode.USAGE.number();
        }
        return program.execute(arguments);
    }

    private static CommandLine commandLine(Surroundings surroundings, String... arguments) {
        var main = new Main();
        var program = new CommandLine(main);
        Map<String, Supplier<Object>> commands = commands(surroundings, program);
        // Reading a command's annotations costs start-up time, so only the one that is meant is read, if it is
        // clear.
        if (arguments.length > 0 && commands.containsKey(arguments[0]) && !arguments[0].equals("completion")) {
            program.addSubcommand(commands.get(arguments[0]).get());
        } else {
            commands.values().forEach(command -> program.addSubcommand(command.get()));
        }
        program.setOut(new PrintWriter(surroundings.out(), true, StandardCharsets.UTF_8));
        program.setErr(new PrintWriter(surroundings.err(), true, StandardCharsets.UTF_8));
        program.setExpandAtFiles(false); // @ stands for an upload here
        program.setParameterExceptionHandler((e, words) -> wrongWords(e));
        program.setExecutionExceptionHandler((e, line, result) -> failed(main, surroundings, e));
        return program;
    }

    private static Map<String, Supplier<Object>> commands(Surroundings surroundings, CommandLine program) {
        Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
        commands.put("serve", () -> new ServeCommand(surroundings));
        commands.put("demo", () -> new DemoCommand(surroundings));
        commands.put("run", () -> new RunCommand(surroundings));
        commands.put("board", () -> new BoardCommand(surroundings));
        commands.put("direct", () -> new DirectCommand(surroundings));
        commands.put("render", () -> new RenderCommand(surroundings));
        commands.put("predictions", () -> new PredictionsCommand(surroundings));
        commands.put("webhooks", () -> new WebhooksCommand(surroundings));
        commands.put("models", () -> new ModelsCommand(surroundings));
        commands.put("model", () -> new ModelHostCommand(surroundings));
        commands.put("ca", () -> new CaCommand(surroundings));
        commands.put("token", () -> new TokenCommand(surroundings));
        commands.put("version", () -> new VersionCommand(surroundings));
        commands.put("warmup", () -> new WarmupCommand(surroundings));
        commands.put("completion", () -> new CompletionCommand(surroundings, program));
        return commands;
    }

    private static int wrongWords(ParameterException e) {
        var command = e.getCommandLine();
        command.getErr().println("zoetrope: " + e.getMessage());
        command.getErr().println("see " + command.getCommandSpec().qualifiedName() + " --help");
        return ExitCode.USAGE.number();
    }

    private static int failed(Main main, Surroundings surroundings, Exception e) {
        var err = surroundings.err();
        if (main.debug) {
            e.printStackTrace(err);
        }
        return switch (e) {
            case CommandFailure failure -> say(surroundings, failure.code(), failure.getMessage());
            case ConnectionException failure -> say(surroundings, ExitCode.UNREACHABLE, failure.getMessage());
            case ServiceException failure
            when failure.status() == UNAUTHENTICATED ->
                say(
                        surroundings,
                        ExitCode.FAILED,
                        failure.getMessage() + "; set ZOETROPE_TOKEN to a token of that server");
            case ServiceException failure -> say(surroundings, ExitCode.FAILED, failure.getMessage());
            // Our own, such as a data folder in use; their messages are made for people.
            case IllegalStateException _, UncheckedIOException _ -> say(surroundings, ExitCode.FAILED, e.getMessage());
            case IllegalArgumentException failure -> say(surroundings, ExitCode.USAGE, failure.getMessage());
            default ->
                say(
                        surroundings,
                        ExitCode.FAILED,
                        e.getClass().getSimpleName() + ": " + e.getMessage()
                                + (main.debug ? "" : " (--debug shows more)"));
        };
    }

    private static int say(Surroundings surroundings, ExitCode code, @Nullable String message) {
        surroundings.err().println("zoetrope: " + message);
        return code.number();
    }

    /// `completion`: here, since it needs the whole command line.
    @Command(
            name = "completion",
            description = "Print a completion script for bash and zsh: source <(zoetrope completion)")
    record CompletionCommand(Surroundings surroundings, CommandLine program) implements Runnable {
        @Override
        public void run() {
            surroundings.out().println(AutoComplete.bash("zoetrope", program));
        }
    }
}
