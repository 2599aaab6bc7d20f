package dev.zoetrope.compat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// What one client's script said, or why it could not be run.
///
/// @param missing why it was not run, empty when it was
/// @param end empty when the script came to its end; else what went wrong, with its standard error
record ClientRun(Client client, Optional<String> missing, List<Finding> findings, Optional<String> end) {
    /// With the run of 70 s beside the rest a script takes under two minutes; beyond this it hangs.
    private static final int LIMIT_MINUTES = 4;

    /// Runs a client's script to its end.
    static ClientRun of(Client client, Workshop workshop, Map<String, String> environment) {
        List<String> command;
        try {
            command = client.command(workshop);
        } catch (Workshop.Missing e) {
            return new ClientRun(client, Optional.of(e.getMessage()), List.of(), Optional.empty());
        }
        try {
            return run(client, command, client.folder(workshop), environment);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ClientRun run(Client client, List<String> command, Path folder, Map<String, String> environment)
            throws IOException, InterruptedException {
        Path errors = folder.resolve("stderr.log");
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectError(errors.toFile());
        builder.environment().putAll(environment);
        builder.environment().put("COMPAT_WORK", folder.toString());
        Process process = builder.start();
        process.getOutputStream().close();
        List<Finding> findings = new ArrayList<>();
        Thread watch = Thread.ofVirtual().start(() -> killWhenLate(process));
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith("{")) {
                    findings.add(Finding.parse(line));
                }
            }
        }
        int code = process.waitFor();
        watch.join();
        return new ClientRun(
                client,
                Optional.empty(),
                List.copyOf(findings),
                code == 0
                        ? Optional.empty()
                        : Optional.of("exit code " + code + ":\n" + Files.readString(errors, StandardCharsets.UTF_8)));
    }

    private static void killWhenLate(Process process) {
        try {
            if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
        }
    }

    /// What it said of a feature.
    Optional<Finding> of(Feature feature) {
        return findings.stream()
                .filter(finding -> finding.feature().equals(feature.id()))
                .findFirst();
    }
}
