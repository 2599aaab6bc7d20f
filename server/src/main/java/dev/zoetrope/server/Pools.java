package dev.zoetrope.server;

import dev.zoetrope.predictions.DeploymentRecords.Release;
import dev.zoetrope.predictions.PredictionStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// All pools of this server by their keys: one for each model, and those of older versions and of deployments
/// that are asked for. Keeps them at their sizes, and sees to it that no prediction waits for one that is not
/// there. Thread-safe; [#close] ends them all.
final class Pools implements AutoCloseable {
    /// The beginning of the key of a deployment's pool.
    static final String DEPLOYMENTS = "deployments/";

    private static final Logger LOG = LoggerFactory.getLogger(Pools.class);

    /// How often sizes are looked after.
    private static final Duration TEND = Duration.ofSeconds(1);

    /// A deployment above its minimum gives a machine back soon.
    private static final Duration DEPLOYMENT_IDLE = Duration.ofSeconds(60);

    private final PoolMaker maker;
    private final Map<String, Pool> open = new ConcurrentHashMap<>();
    private final Set<Pool> retired = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("pools").daemon().factory());

    Pools(PoolMaker maker) {
        this.maker = maker;
    }

    /// Begins to look after the pools, and after predictions that wait for one that is not open.
    ///
    /// @param reopen opens the pool of a key, or says false when there can be none
    void start(PredictionStore store, Predicate<String> reopen) {
        var _ = timer.scheduleWithFixedDelay(
                () -> {
                    try {
                        open.values().forEach(Pool::tend);
                        store.waitingPools().stream()
                                .filter(key -> !open.containsKey(key))
                                .forEach(key -> serve(store, reopen, key));
                    } catch (RuntimeException e) {
                        LOG.error("looking after pools", e);
                    }
                },
                0,
                TEND.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private static void serve(PredictionStore store, Predicate<String> reopen, String key) {
        if (!reopen.test(key)) {
            int refused = store.refuse(key, "There is nothing here any more that runs " + key + ".");
            LOG.warn("{} predictions waited for {}, which is not here any more", refused, key);
        }
    }

    /// The pool of an older version, opened if need be. It is kept as small as the model's, and never started
    /// eagerly.
    synchronized Pool open(String key, RunSpec run, SchemaBoard board) {
        Pool.Size usual = PoolMaker.usual(run);
        return open.computeIfAbsent(
                key, _ -> maker.open(key, run, new Pool.Size(0, usual.most(), usual.slots(), usual.idle()), board));
    }

    /// A new pool under a key, in place of the one there is.
    synchronized Pool replace(String key, RunSpec run, Pool.Size size, SchemaBoard board) {
        close(key);
        Pool pool = maker.open(key, run, size, board);
        open.put(key, pool);
        return pool;
    }

    /// The pool of a deployment's release, replaced when its release says something else than it does.
    synchronized Pool deployed(Release release, RunSpec run, SchemaBoard board) {
        String key = DEPLOYMENTS + release.slug();
        Pool.Size size = PoolMaker.deployed(run, release.minInstances(), release.maxInstances(), DEPLOYMENT_IDLE);
        Pool present = open.get(key);
        return present != null && present.size().equals(size) && present.board() == board
                ? present
                : replace(key, run, size, board);
    }

    /// The pool of a key, if it is open.
    java.util.Optional<Pool> find(String key) {
        return java.util.Optional.ofNullable(open.get(key));
    }

    /// Closes a pool once it has finished what runs.
    synchronized void close(String key) {
        Pool pool = open.remove(key);
        if (pool != null) {
            retired.add(pool);
            pool.drain();
            Thread.ofVirtual().name("end of " + key).start(() -> retire(pool));
        }
    }

    /// Closes the pools of a model and of its versions.
    synchronized void closeAllOf(String slug) {
        List.copyOf(open.keySet()).stream()
                .filter(key -> key.equals(slug) || key.startsWith(slug + ":"))
                .forEach(this::close);
    }

    private void retire(Pool pool) {
        try {
            pool.awaitEnd(Attempt.TRAINING_LIMIT);
            pool.close();
            retired.remove(pool);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Takes nothing more from the queue, and lets what runs finish for a while.
    void drain(Duration atMost) {
        timer.shutdownNow();
        var all = new ArrayList<>(open.values());
        all.addAll(retired);
        all.forEach(Pool::drain);
        long until = System.nanoTime() + atMost.toNanos();
        try {
            for (Pool pool : all) {
                if (!pool.awaitEnd(Duration.ofNanos(Math.max(0, until - System.nanoTime())))) {
                    LOG.warn(
                            "{} still works after {} s; that runs again at the next start",
                            pool.key(),
                            atMost.toSeconds());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
        var all = new ArrayList<>(open.values());
        all.addAll(retired);
        all.parallelStream().forEach(Pool::close);
    }
}
