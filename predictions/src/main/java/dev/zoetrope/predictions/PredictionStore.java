package dev.zoetrope.predictions;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Where predictions live: the one truth about each of them, and the queue. Every method that changes something
/// has committed durably when it returns. Thread-safe; methods block and are meant for virtual threads.
///
/// A runner's writes carry the fencing token of its [Claim]; a stale token changes nothing and gives an empty
/// result.
public interface PredictionStore extends AutoCloseable {
    /// Accepts a prediction, status `starting`.
    PredictionRow create(NewPrediction prediction);

    /// Accepts a prediction on terms: one whose idempotency key its owner has used before is not made again. Of
    /// several at the same moment with one key, one makes the prediction and the others find it.
    Creation create(NewPrediction prediction, Creation.Terms terms);

    /// What a create with this key would find: [Creation.Replayed] or [Creation.Conflict], or empty when the
    /// key is new.
    Optional<Creation> replay(String owner, IdempotencyKey key);

    /// Forgets idempotency keys from before a time, at most so many; says how many.
    int forgetKeys(Instant before, int limit);

    /// Finds one by id.
    Optional<PredictionRow> find(String id);

    /// Lists newest first.
    ///
    /// @param query which ones, and from where on
    List<PredictionRow> list(Query query);

    /// Takes the next waiting prediction of one of the pools for a runner, or gives empty when there is none.
    /// Order: fewest running of the same owner first, then oldest.
    Optional<Claim> claim(String runner, Set<String> pools, Duration lease);

    /// Prolongs the lease; false when the claim is stale and the runner must stop.
    boolean renew(Claim claim, Duration lease);

    /// Applies one event of the model's to the prediction by the rules of [Lifecycle]; empty when the claim is
    /// stale or the prediction has already ended. The row given back is the state after the event.
    Optional<PredictionRow> apply(Claim claim, Event event);

    /// Asks for a prediction to be cancelled: a waiting one ends at once, a running one is marked so that its
    /// runner stops it, an ended one stays as it is. Gives the row after that, or empty when there is no such
    /// prediction.
    Optional<PredictionRow> cancel(String id);

    /// Deals with claims whose lease ran out, and with deadlines that passed: each such prediction waits again
    /// if it has an attempt left and was not to be cancelled, else it ends with a reason. Gives the rows that
    /// changed.
    List<PredictionRow> reap();

    /// The pools that predictions wait for now.
    Set<String> waitingPools();

    /// Fails the predictions that wait for a pool, since nobody is there to run them, and says how many.
    int refuse(String pool, String error);

    /// Takes away input, output and logs of predictions that ended before a time, at most so many, the longest
    /// ended first; their files expire. Says how many. One that has not ended is never touched.
    int removeData(Instant endedBefore, int limit);

    /// The same for the oldest ended predictions that have files, whenever they ended.
    int removeOldestOutputs(int limit);

    /// The same for the ended predictions of a model's version, whenever they ended.
    int removeDataOfVersion(String model, String version, int limit);

    /// Tells of each change after a create, once it has committed and in the order of the commits. The listener
    /// is called on the writer's thread, must be quick and never block, and gets rows without their inputs.
    void listen(Consumer<PredictionRow> listener);

    /// How often a model was run here.
    long count(String model);

    /// Tells a watcher of every change of one prediction until the watch is closed.
    Watch watch(String id);

    /// Waits until something may be claimable, at most so long. For runners; spurious returns are fine.
    void awaitWork(Duration atMost) throws InterruptedException;

    @Override
    void close();

    /// Which predictions to list.
    ///
    /// @param owner only those of this token's account, null for all
    /// @param before only those that sort after this cursor, null to start at the newest
    /// @param createdAfter only those created at or after this time
    /// @param createdBefore only those created before this time
    /// @param limit at most so many
    /// @param trainings true for trainings only, false for predictions only
    record Query(
            @Nullable String owner,
            @Nullable String before,
            @Nullable Instant createdAfter,
            @Nullable Instant createdBefore,
            int limit,
            boolean trainings) {
        /// Predictions.
        public Query(
                @Nullable String owner,
                @Nullable String before,
                @Nullable Instant createdAfter,
                @Nullable Instant createdBefore,
                int limit) {
            this(owner, before, createdAfter, createdBefore, limit, false);
        }
    }

    /// A feed of one prediction. The watcher closes it.
    interface Watch extends AutoCloseable {
        /// The prediction now, or empty when there is none.
        Optional<PredictionRow> current();

        /// Waits for a change after the row that was last given by this watch, at most so long; empty on
        /// time-out.
        Optional<PredictionRow> next(Duration atMost) throws InterruptedException;

        @Override
        void close();
    }
}
