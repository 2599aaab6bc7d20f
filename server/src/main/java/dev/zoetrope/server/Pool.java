package dev.zoetrope.server;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/// The processes that run one thing, with a runner for each slot. A minimum of processes is kept, more are
/// started while predictions wait and all slots are at work, and they end again when they have been idle.
/// Thread-safe.
final class Pool implements AutoCloseable {
    private final String key;
    private final Size size;
    private final InstantSource clock;
    private final Turns turns;
    private final List<HostedModel> processes = new ArrayList<>();
    private final List<Runner> runners = new ArrayList<>();
    private final SchemaBoard board;

    /// How large a pool is.
    ///
    /// @param kept so many processes are kept
    /// @param most so many run at most
    /// @param slots so many predictions run in one process at the same time
    /// @param idle after so long without work a process beyond the kept ones ends; zero for never
    record Size(int kept, int most, int slots, Duration idle) {}

    Pool(String key, Size size, SchemaBoard board, IntFunction<HostedModel> maker, Runner.Tools tools) {
        this.key = key;
        this.size = size;
        this.board = board;
        this.clock = tools.clock();
        this.turns = new Turns(size.most() * size.slots(), tools.clock());
        for (int i = 0; i < size.most(); i++) {
            HostedModel process = maker.apply(i);
            processes.add(process);
            for (int slot = 0; slot < size.slots(); slot++) {
                runners.add(new Runner(process, new Runner.Seat(key, turns, i * size.slots() + slot), tools));
            }
        }
        tend();
    }

    String key() {
        return key;
    }

    SchemaBoard board() {
        return board;
    }

    Size size() {
        return size;
    }

    /// The schema of what it runs, starting a process if it is not known yet.
    ModelSchema schema(Duration atMost) throws InterruptedException {
        return processes.getFirst().schema(atMost);
    }

    /// True when a prediction sent now would run.
    boolean isReady() {
        return processes.stream().anyMatch(HostedModel::isReady);
    }

    /// How many processes there are now.
    int running() {
        return Math.toIntExact(processes.stream().filter(HostedModel::isRunning).count());
    }

    /// Starts what is kept and ends what has been idle; to be called every now and then.
    void tend() {
        Instant since = clock.instant().minus(size.idle());
        for (int i = 0; i < processes.size(); i++) {
            HostedModel process = processes.get(i);
            if (i < size.kept()) {
                process.want();
            } else if (!size.idle().isZero() && process.isRunning()) {
                turns.ifIdleSince(since, i * size.slots(), (i + 1) * size.slots(), process::rest);
            }
        }
    }

    /// Takes no more predictions; running ones go on.
    void drain() {
        runners.forEach(Runner::drain);
    }

    /// Waits until nothing runs any more, at most so long; false when something still does.
    boolean awaitEnd(Duration atMost) throws InterruptedException {
        long until = System.nanoTime() + atMost.toNanos();
        for (Runner runner : runners) {
            if (!runner.awaitEnd(Duration.ofNanos(Math.max(0, until - System.nanoTime())))) {
                return false;
            }
        }
        return true;
    }

    /// Ends its processes at once.
    @Override
    public void close() {
        drain();
        processes.parallelStream().forEach(HostedModel::close);
    }
}
