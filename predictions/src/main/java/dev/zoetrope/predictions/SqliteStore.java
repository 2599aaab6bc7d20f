package dev.zoetrope.predictions;

import dev.zoetrope.api.Codec;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// Predictions in SQLite. The writer's thread handles rows without their inputs, which can be large; the
/// caller's thread adds them.
final class SqliteStore implements PredictionStore {
    /// So many at a time are reaped in one transaction: others get their turn in between.
    private static final int REAPED_AT_ONCE = 500;

    private final Writer writer;
    private final Readers readers;
    private final InstantSource clock;
    private final Ids ids;
    private final Feed feed = new Feed();
    private final WorkBell bell = new WorkBell();
    private final List<Consumer<PredictionRow>> listeners = new CopyOnWriteArrayList<>();

    SqliteStore(Writer writer, Readers readers, DatabaseOptions options) {
        this.writer = writer;
        this.readers = readers;
        this.clock = options.clock();
        this.ids = options.ids();
    }

    @Override
    public PredictionRow create(NewPrediction asked) {
        return switch (create(asked, Creation.Terms.NONE)) {
            case Creation.Created(var row) -> row;
            case Creation.Replayed _, Creation.Conflict _ ->
                throw new IllegalStateException("a create without a key found another");
        };
    }

    @Override
    public Creation create(NewPrediction asked, Creation.Terms terms) {
        var row = Lifecycle.created(ids.next(), asked, clock.instant());
        String input = Codec.write(asked.input());
        var creation = writer.call(session -> made(session, row, input, terms), made -> {
            if (made instanceof Creation.Created) {
                feed.publish(row);
                bell.ring();
            }
        });
        return whole(creation);
    }

    private static Creation made(Session session, PredictionRow row, String input, Creation.Terms terms)
            throws SQLException {
        var key = terms.key();
        if (key != null) {
            var earlier = IdempotencySql.earlier(session, row.owner(), key);
            if (earlier.isPresent()) {
                return earlier.get();
            }
        }
        PredictionSql.insert(session, row, input, terms.base());
        if (key != null) {
            IdempotencySql.keep(session, row, key);
        }
        return new Creation.Created(row);
    }

    /// A replayed row comes without its input.
    private Creation whole(Creation creation) {
        return creation instanceof Creation.Replayed(var row) ? new Creation.Replayed(withInput(row)) : creation;
    }

    @Override
    public Optional<Creation> replay(String owner, IdempotencyKey key) {
        return readers.call(session -> IdempotencySql.earlier(session, owner, key))
                .map(this::whole);
    }

    @Override
    public int forgetKeys(Instant before, int limit) {
        return writer.call(session -> IdempotencySql.forget(session, before, limit));
    }

    @Override
    public Optional<PredictionRow> find(String id) {
        return readers.call(session -> PredictionSql.whole(session, id));
    }

    @Override
    public List<PredictionRow> list(Query query) {
        return readers.call(session -> PredictionSql.list(session, query));
    }

    @Override
    public Optional<Claim> claim(String runner, Set<String> pools, Duration lease) {
        long rings = bell.rings();
        Instant now = clock.instant();
        String wanted = Codec.write(pools);
        long until = now.plus(lease).toEpochMilli();
        var claim = writer.call(
                session -> PredictionSql.claim(session, runner, wanted, now, until),
                claimed -> claimed.map(Claim::row).ifPresent(feed::publish));
        if (claim.isEmpty()) {
            bell.lookedInVain(rings);
        }
        return claim.map(bare -> new Claim(withInput(bare.row()), bare.runner(), bare.token()));
    }

    @Override
    public boolean renew(Claim claim, Duration lease) {
        long until = clock.instant().plus(lease).toEpochMilli();
        return writer.call(session -> PredictionSql.renew(session, claim, until));
    }

    @Override
    public Optional<PredictionRow> apply(Claim claim, Event event) {
        Instant now = clock.instant();
        String logsAtClaim = claim.row().prediction().logs();
        boolean free = event instanceof Event.Lost;
        var changed = writer.call(
                session -> {
                    var held = PredictionSql.held(session, claim);
                    if (held.isEmpty()) {
                        return Optional.<PredictionRow>empty();
                    }
                    var after = Lifecycle.after(held.get(), logsAtClaim, event, now);
                    PredictionSql.save(session, held.get(), after, free);
                    return Optional.of(after);
                },
                after -> after.ifPresent(row -> publish(row, free)));
        var input = claim.row().prediction().input();
        return changed.map(row -> PredictionSql.with(row, input));
    }

    @Override
    public Optional<PredictionRow> cancel(String id) {
        Instant now = clock.instant();
        var cancelled = writer.call(
                session -> {
                    var found = PredictionSql.bare(session, id);
                    if (found.isEmpty()) {
                        return Optional.<PredictionRow>empty();
                    }
                    var row = found.get().row();
                    var after = Lifecycle.cancelled(row, found.get().held(), now);
                    PredictionSql.save(session, row, after, false);
                    return Optional.of(after);
                },
                after -> after.ifPresent(row -> publish(row, false)));
        return cancelled.map(this::withInput);
    }

    @Override
    public List<PredictionRow> reap() {
        var reaped = new ArrayList<PredictionRow>();
        int last;
        do {
            var some = writer.call(this::reapSome, rows -> rows.forEach(row -> publish(row, true)));
            some.forEach(row -> reaped.add(withInput(row)));
            last = some.size();
        } while (last == REAPED_AT_ONCE);
        return reaped;
    }

    private List<PredictionRow> reapSome(Session session) throws SQLException {
        Instant now = clock.instant();
        var reaped = new ArrayList<PredictionRow>();
        for (PredictionRow row : PredictionSql.overdue(session, now, REAPED_AT_ONCE)) {
            var ended = Lifecycle.overdue(row, now);
            PredictionSql.save(session, row, ended, true);
            reaped.add(ended);
        }
        var lost = new Event.Lost("its runner was lost");
        for (PredictionRow row : PredictionSql.unattended(session, now, REAPED_AT_ONCE - reaped.size())) {
            var after = Lifecycle.after(row, "", lost, now);
            PredictionSql.save(session, row, after, true);
            reaped.add(after);
        }
        return reaped;
    }

    @Override
    public Set<String> waitingPools() {
        return readers.call(PredictionSql::waitingPools);
    }

    @Override
    public int refuse(String pool, String error) {
        int refused = 0;
        int last;
        do {
            last = writer.call(
                            session -> refuseSome(session, pool, error),
                            rows -> rows.forEach(row -> publish(row, true)))
                    .size();
            refused += last;
        } while (last == REAPED_AT_ONCE);
        return refused;
    }

    private List<PredictionRow> refuseSome(Session session, String pool, String error) throws SQLException {
        Instant now = clock.instant();
        var failed = new Event.Failed(error, "", Map.of());
        var refused = new ArrayList<PredictionRow>();
        for (PredictionRow row : PredictionSql.waiting(session, pool, REAPED_AT_ONCE)) {
            var after = Lifecycle.after(row, "", failed, now);
            PredictionSql.save(session, row, after, true);
            refused.add(after);
        }
        return refused;
    }

    @Override
    public int removeData(Instant endedBefore, int limit) {
        return removeData(session -> RetentionSql.endedBefore(session, endedBefore, limit));
    }

    @Override
    public int removeOldestOutputs(int limit) {
        return removeData(session -> RetentionSql.oldestWithFiles(session, limit));
    }

    @Override
    public int removeDataOfVersion(String model, String version, int limit) {
        return removeData(session -> RetentionSql.ofVersion(session, model, version, limit));
    }

    private int removeData(Session.Work<List<String>> choice) {
        Instant now = clock.instant();
        return writer.call(session -> {
            var chosen = choice.run(session);
            if (!chosen.isEmpty()) {
                RetentionSql.remove(session, chosen, now);
            }
            return chosen.size();
        });
    }

    @Override
    public void listen(Consumer<PredictionRow> listener) {
        listeners.add(listener);
    }

    @Override
    public long count(String model) {
        return readers.call(session -> PredictionSql.runs(session, model));
    }

    @Override
    public Watch watch(String id) {
        return new FeedWatch(feed, id, this::find);
    }

    /// How many predictions are being watched.
    int watched() {
        return feed.size();
    }

    @Override
    public void awaitWork(Duration atMost) throws InterruptedException {
        bell.await(atMost);
    }

    /// Wakes all that wait here; the database it lives in closes the rest.
    @Override
    public void close() {
        feed.close();
        bell.close();
    }

    /// Runs on the writer's thread, so that watchers are told in the order of the commits.
    private void publish(PredictionRow row, boolean free) {
        feed.publish(row);
        listeners.forEach(listener -> listener.accept(row));
        if (free || row.prediction().status().isTerminal()) {
            bell.ring();
        }
    }

    private PredictionRow withInput(PredictionRow row) {
        return PredictionSql.with(row, readers.call(session -> PredictionSql.input(session, row.id())));
    }
}
