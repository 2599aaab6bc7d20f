package dev.zoetrope.seedance;

import dev.zoetrope.cog.CancelledException;
import dev.zoetrope.cog.Context;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// A context that keeps what the model says. Cancels once told.
final class RecordingContext implements Context {
    private final Path folder;
    private final List<String> log = new CopyOnWriteArrayList<>();
    private final List<Double> progress = new CopyOnWriteArrayList<>();
    private final Map<String, Object> metrics = new ConcurrentSkipListMap<>();
    private volatile boolean cancelled;

    RecordingContext(Path folder) {
        this.folder = folder;
    }

    List<String> log() {
        return log;
    }

    List<Double> progress() {
        return progress;
    }

    Map<String, Object> metrics() {
        return metrics;
    }

    void cancel() {
        cancelled = true;
    }

    @Override
    public String id() {
        return "jza4d1rvm5rmw0cxv1vrtv5jjr";
    }

    @Override
    public void log(String line) {
        log.add(line);
    }

    @Override
    public void progress(double share) {
        progress.add(share);
    }

    @Override
    public void metric(String name, Object value) {
        metrics.put(name, value);
    }

    @Override
    public String store(Path file) {
        return file.toUri().toString();
    }

    @Override
    public void emit(Object piece) {
        throw new UnsupportedOperationException("a film is no stream, yet " + piece + " was given out");
    }

    @Override
    public boolean isCancelled() {
        return cancelled;
    }

    @Override
    public void checkCancelled() throws CancelledException {
        if (cancelled) {
            throw new CancelledException();
        }
    }

    @Override
    public Path workFolder() {
        return folder;
    }
}
