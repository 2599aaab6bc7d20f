package dev.zoetrope.bench;

import dev.zoetrope.cog.Context;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// The context of a run that nobody watches and nobody cancels; keeps the log.
///
/// @param workFolder of the run
/// @param lines of the log
record BenchContext(Path workFolder, List<String> lines) implements Context {
    BenchContext(Path workFolder) {
        this(workFolder, new CopyOnWriteArrayList<>());
    }

    @Override
    public String id() {
        return "bench";
    }

    @Override
    public void log(String line) {
        lines.add(line);
    }

    @Override
    public void progress(double share) {}

    @Override
    public void metric(String name, Object value) {}

    @Override
    public void emit(Object piece) {
        throw new UnsupportedOperationException("a film is no stream, yet " + piece + " was given out");
    }

    @Override
    public String store(Path file) {
        return file.toUri().toString();
    }

    @Override
    public boolean isCancelled() {
        return false;
    }

    @Override
    public void checkCancelled() {}
}
