package dev.zoetrope.compat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Installs the clients by their languages' own tools. What is installed is kept in `~/.cache/zoetrope-compat`,
/// in a folder named after the content of the files that pin it, so that a second run installs nothing.
final class Workshop {
    /// A cold install over a slow line; beyond this something hangs.
    private static final int INSTALL_MINUTES = 8;

    /// The 1.x client does not import on a newer Python (its pydantic.v1 does not).
    private static final int NEWEST_PYTHON = 13;

    private static final int OLDEST_PYTHON = 9;

    private final Path sources;
    private final Path target;
    private final Path cache;

    /// @param module the folder `compat`
    Workshop(Path module) {
        sources = module;
        target = module.resolve("target/compat").toAbsolutePath();
        cache = Path.of(System.getProperty("user.home"), ".cache", "zoetrope-compat");
    }

    /// The machine lacks a language; locally that skips its clients, in CI it is a failure.
    static final class Missing extends RuntimeException {
        Missing(String what) {
            super(what + " is not installed, so its clients cannot be run here");
        }
    }

    /// A folder of its own for a client's files.
    Path folder(String name) {
        try {
            return Files.createDirectories(target.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The command that runs a script beside its installed packages.
    synchronized List<String> node(String script) {
        require("node", "Node.js");
        require("npm", "npm");
        Path source = sources.resolve("node");
        Path installed = installed("node", source, List.of("package.json", "package-lock.json"), folder -> {
            copy(source.resolve("package.json"), folder);
            copy(source.resolve("package-lock.json"), folder);
            run(folder, List.of("npm", "ci", "--no-audit", "--no-fund", "--loglevel=error"));
        });
        // Modules are found from a script's own folder upwards.
        Path scripts = folder("node");
        copyAll(source, ".mjs", scripts);
        copyAll(source, ".cjs", scripts);
        link(scripts.resolve("node_modules"), installed.resolve("node_modules"));
        return List.of("node", scripts.resolve(script).toString());
    }

    /// The command that runs a script in the virtual environment of a requirements file.
    synchronized List<String> python(String requirements, String script) {
        Path source = sources.resolve("python");
        String name = "python-" + requirements.replaceAll("\\D", "");
        Path installed = installed(name, source, List.of(requirements), folder -> {
            run(folder, List.of(findPython(), "-m", "venv", "venv"));
            run(
                    folder,
                    List.of(
                            "venv/bin/pip",
                            "install",
                            "-q",
                            "-r",
                            source.resolve(requirements).toString()));
        });
        return List.of(
                installed.resolve("venv/bin/python").toString(),
                "-B",
                source.resolve(script).toString());
    }

    /// A client's own tests, unpacked.
    ///
    /// @param python in the virtual environment that they need
    /// @param folder where they lie, for this run alone
    record Suite(Path python, Path folder) {}

    /// The source archive of a Python client, `name-version`, with what its tests need.
    synchronized Suite suite(String requirements, String archive) {
        Path source = sources.resolve("python");
        Path installed = installed("suite-" + archive, source, List.of(requirements), folder -> {
            run(folder, List.of(findPython(), "-m", "venv", "venv"));
            Path wanted = source.resolve(requirements);
            run(folder, List.of("venv/bin/pip", "install", "-q", "-r", wanted.toString()));
            String pin = archive.replaceFirst("-(?=\\d)", "==");
            run(folder, List.of("venv/bin/pip", "download", "-q", "--no-deps", "--no-binary", ":all:", "--pre", pin));
        });
        Path target = folder("suites");
        run(
                target,
                List.of("tar", "-xzf", installed.resolve(archive + ".tar.gz").toString()));
        return new Suite(installed.resolve("venv/bin/python"), target.resolve(archive));
    }

    /// The Go client's program.
    synchronized Path go() {
        require("go", "Go");
        Path program = folder("go").resolve("client");
        run(sources.resolve("go"), List.of("go", "build", "-o", program.toString(), "."));
        return program;
    }

    /// The command that runs a shell script of curl calls.
    List<String> curl(String script) {
        require("curl", "curl");
        return List.of("sh", sources.resolve("curl").resolve(script).toString());
    }

    private static String findPython() {
        for (int minor = NEWEST_PYTHON; minor >= OLDEST_PYTHON; minor--) {
            if (works(List.of("python3." + minor, "-m", "venv", "--help"))) {
                return "python3." + minor;
            }
        }
        throw new Missing("Python 3." + OLDEST_PYTHON + " to 3." + NEWEST_PYTHON + " with venv");
    }

    private static void require(String program, String name) {
        if (!works(List.of(program, program.equals("go") ? "version" : "--version"))) {
            throw new Missing(name);
        }
    }

    private static boolean works(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Install {
        void into(Path folder);
    }

    private Path installed(String name, Path source, List<String> pins, Install install) {
        Path folder = cache.resolve(name + "-" + hash(source, pins));
        Path mark = folder.resolve("installed");
        if (Files.exists(mark)) {
            return folder;
        }
        try {
            Files.createDirectories(folder);
            install.into(folder);
            Files.writeString(mark, "");
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(Path source, List<String> pins) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String pin : pins) {
                digest.update(Files.readAllBytes(source.resolve(pin)));
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void run(Path folder, List<String> command) {
        try {
            Path log = Files.createTempFile("compat-install", ".log");
            var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
            builder.environment().put("GOTOOLCHAIN", "local");
            Process process = builder.redirectOutput(log.toFile()).start();
            boolean ended = process.waitFor(INSTALL_MINUTES, TimeUnit.MINUTES);
            process.destroyForcibly();
            if (!ended || process.exitValue() != 0) {
                throw new IllegalStateException(String.join(" ", command) + " in " + folder + " failed:\n"
                        + Files.readString(log, StandardCharsets.UTF_8));
            }
            Files.delete(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void copyAll(Path source, String ending, Path folder) {
        try (Stream<Path> files = Files.list(source)) {
            files.filter(file -> file.toString().endsWith(ending)).forEach(file -> copy(file, folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path file, Path folder) {
        try {
            Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void link(Path link, Path to) {
        try {
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
