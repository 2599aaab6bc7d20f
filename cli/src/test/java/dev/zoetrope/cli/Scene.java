package dev.zoetrope.cli;

import dev.zoetrope.server.ServerOptions;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A command run in a folder of its own against a scripted server, and what came of it.
final class Scene implements AutoCloseable {
    final Path folder;
    final ScriptedServer server = new ScriptedServer();
    final List<ServerOptions> started = new ArrayList<>();
    final Map<String, String> environment = new HashMap<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private boolean terminal;

    Scene(Path folder) {
        this.folder = folder;
    }

    /// The scripted server runs already, and the environment names it.
    Scene serverNamed() {
        environment.put("ZOETROPE_URL", server.url().toString());
        environment.put("ZOETROPE_TOKEN", "r8_mine");
        return this;
    }

    Scene watched() {
        terminal = true;
        return this;
    }

    int run(String... arguments) {
        return Main.run(surroundings(), arguments);
    }

    Surroundings surroundings() {
        return new Surroundings(
                environment,
                folder.resolve("home"),
                folder,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                terminal,
                server.launcher(started));
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.close();
    }
}
