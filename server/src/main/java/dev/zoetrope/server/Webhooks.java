package dev.zoetrope.server;

import dev.zoetrope.api.Codec;
import dev.zoetrope.api.WebhookEvent;
import dev.zoetrope.cog.FetchException;
import dev.zoetrope.predictions.Ids;
import dev.zoetrope.predictions.PredictionRow;
import dev.zoetrope.predictions.PredictionStore;
import dev.zoetrope.predictions.WebhookOutbox;
import dev.zoetrope.predictions.WebhookOutbox.Delivery;
import dev.zoetrope.predictions.WebhookOutbox.Settlement;
import dev.zoetrope.server.WebhookPost.Outcome;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends the webhooks of all predictions: what happens on the way from memory, the end from the outbox in the
/// database. Nobody waits for it. Ends when it is closed; what was under way then is sent again at the next
/// start.
final class Webhooks implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Webhooks.class);

    /// Ends of predictions under way to one receiver at a time.
    private static final int ENDS = 8;

    /// Other news under way to one receiver at a time; what is beyond is dropped.
    private static final int NEWS = 16;

    /// The longest that an end waits for what came before it.
    private static final Duration DRAIN = WebhookPost.TIMEOUT.plusSeconds(2);

    /// An attempt takes at most the drain and the post.
    private static final Duration LEASE = DRAIN.plus(WebhookPost.TIMEOUT).plusSeconds(10);

    /// Retries are due on their own; this is how exact their times are.
    private static final Duration LOOK = Duration.ofSeconds(1);

    /// How long [#close] lets posts finish.
    private static final Duration CLOSING = Duration.ofSeconds(2);

    private static final int GONE = 410;

    private final Tools tools;
    private final WebhookLanes ends = new WebhookLanes(ENDS);
    private final WebhookLanes news = new WebhookLanes(NEWS);
    private final WebhookHistory history = new WebhookHistory();
    private final Map<String, WebhookAnnouncer> announcers = new ConcurrentHashMap<>();
    private final Set<Thread> underWay = ConcurrentHashMap.newKeySet();
    private final Semaphore calls = new Semaphore(0);
    private final Thread dispatcher;
    private volatile boolean closed;

    /// What webhooks are sent with.
    ///
    /// @param present a prediction as its sender sees it, under the base URL that is known of the sender, or
    /// null
    record Tools(
            PredictionStore store,
            WebhookOutbox outbox,
            WebhookPost post,
            WebhookBackoff backoff,
            BiFunction<PredictionRow, @Nullable String, Object> present,
            Ids ids,
            InstantSource clock) {}

    /// Begins to send.
    Webhooks(Tools tools) {
        this.tools = tools;
        tools.store().listen(this::heard);
        dispatcher = Thread.ofVirtual().name("webhooks").start(this::work);
    }

    /// Deliveries newest first, of one prediction or of all.
    List<Delivery> list(@Nullable String prediction, int limit) {
        var all = new ArrayList<Delivery>(tools.outbox().list(prediction, limit));
        all.addAll(history.list(prediction));
        all.sort(Comparator.comparing(Delivery::askedAt).reversed());
        return all.subList(0, Math.min(limit, all.size()));
    }

    /// Sends the end of a prediction once more, at once.
    Optional<Delivery> resend(String id) {
        var delivery = tools.outbox().resend(id);
        calls.release();
        return delivery;
    }

    /// Runs on the thread of the database's writer: only memory is touched here.
    private void heard(PredictionRow row) {
        var prediction = row.prediction();
        if (prediction.webhook() == null || closed) {
            return;
        }
        if (prediction.status().isTerminal()) {
            var announcer = announcers.get(row.id());
            if (announcer != null) {
                announcer.note(row);
            }
            calls.release();
            return;
        }
        var wanted = WebhookEvent.wanted(prediction.webhookEventsFilter());
        if (!wanted.equals(Set.of(WebhookEvent.COMPLETED)) && !wanted.isEmpty()) {
            announcers.computeIfAbsent(row.id(), id -> announcer(id, wanted)).note(row);
        }
    }

    private WebhookAnnouncer announcer(String id, Set<WebhookEvent> wanted) {
        return new WebhookAnnouncer(wanted, this::tell, () -> announcers.remove(id), tools.clock());
    }

    /// Tells what happens on the way, once, whatever comes of it.
    private void tell(WebhookEvent event, PredictionRow bare) throws InterruptedException {
        String url = String.valueOf(bare.prediction().webhook());
        String origin = WebhookOutbox.origin(url);
        if (!news.enter(origin)) {
            return;
        }
        try {
            var whole = tools.store().find(bare.id());
            if (whole.isEmpty()) {
                return;
            }
            String id = "msg_" + tools.ids().next();
            Instant asked = tools.clock().instant();
            String base = tools.outbox().base(bare.id()).orElse(null);
            var shown = tools.present()
                    .apply(bare.withInput(whole.get().prediction().input()), base);
            Outcome outcome = tools.post().send(id, url, Codec.writeBytes(shown));
            var settled = settlement(outcome, Optional.empty());
            history.add(new Delivery(
                    id,
                    bare.id(),
                    event,
                    url,
                    origin,
                    base,
                    settled.state(),
                    1,
                    asked,
                    null,
                    asked,
                    settled.answer(),
                    settled.error()));
        } catch (RuntimeException e) {
            LOG.error("webhook of {}: {}", bare.id(), event.wire(), e);
        } finally {
            news.leave(origin);
        }
    }

    private void work() {
        while (!closed) {
            try {
                dispatch();
                if (calls.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                    calls.drainPermits();
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                // A full disk, for one; the next look comes in a second.
                if (!closed) {
                    LOG.error("webhooks cannot be looked up", e);
                }
            }
        }
    }

    private void dispatch() {
        for (String origin : tools.outbox().dueOrigins()) {
            int free = ends.free(origin);
            if (free <= 0 || closed) {
                continue;
            }
            for (Delivery delivery : tools.outbox().claim(origin, free, LEASE)) {
                // Only this thread enters, so the free places are still free.
                ends.enter(origin);
                Thread.ofVirtual().name("webhook " + delivery.id()).start(() -> deliver(delivery));
            }
        }
    }

    private void deliver(Delivery delivery) {
        underWay.add(Thread.currentThread());
        try {
            var announcer = announcers.get(delivery.prediction());
            if (announcer != null) {
                announcer.finish(DRAIN);
            }
            var row = tools.store().find(delivery.prediction());
            Outcome outcome = row.isEmpty()
                    ? new Outcome.Refused("the prediction is gone")
                    : tools.post().send(delivery.id(), delivery.url(), body(row.get(), delivery));
            settle(delivery, outcome);
        } catch (InterruptedException e) {
            LOG.debug("webhook {} is sent again at the next start", delivery.id());
        } catch (RuntimeException e) {
            if (!closed) {
                // Its lease runs out, and it is sent again.
                LOG.error("webhook {}", delivery.id(), e);
            }
        } finally {
            underWay.remove(Thread.currentThread());
            ends.leave(delivery.origin());
            calls.release();
        }
    }

    private byte[] body(PredictionRow row, Delivery delivery) {
        return Codec.writeBytes(tools.present().apply(row, delivery.base()));
    }

    private void settle(Delivery delivery, Outcome outcome) {
        var next = tools.backoff()
                .next(delivery.attempts(), delivery.askedAt(), tools.clock().instant());
        var settlement = settlement(outcome, next);
        tools.outbox().settle(delivery, settlement);
        String shown = FetchException.shown(URI.create(delivery.url()));
        switch (settlement.state()) {
            case DELIVERED -> LOG.debug("webhook {} to {}: {}", delivery.id(), shown, settlement.answer());
            case PENDING ->
                LOG.info(
                        "webhook {} to {}: {}; again at {}",
                        delivery.id(),
                        shown,
                        settlement.error(),
                        next.orElse(null));
            case FAILED -> LOG.warn("webhook {} to {} is given up: {}", delivery.id(), shown, settlement.error());
        }
    }

    /// What becomes of a delivery by its outcome, where it may be tried again at a time, or never.
    private static Settlement settlement(Outcome outcome, Optional<Instant> next) {
        return switch (outcome) {
            case Outcome.Answered answered when answered.isGood() -> Settlement.delivered(answered.status());
            case Outcome.Answered(int status) -> {
                boolean redirect = status >= 300 && status < 400;
                String error = "it answered " + status + (redirect ? "; redirects are not followed" : "");
                yield status == GONE ? Settlement.failed(status, error) : again(next, status, error);
            }
            case Outcome.Unreached(var why) -> again(next, null, why);
            case Outcome.Refused(var why) -> Settlement.failed(null, why);
        };
    }

    private static Settlement again(Optional<Instant> next, @Nullable Integer answer, String error) {
        return next.map(time -> Settlement.again(time, answer, error))
                .orElseGet(() -> Settlement.failed(answer, error));
    }

    /// Lets what is under way arrive for a moment, then stops.
    @Override
    public void close() {
        closed = true;
        calls.release();
        long until = System.nanoTime() + CLOSING.toNanos();
        try {
            dispatcher.join(CLOSING);
            for (Thread delivery : underWay) {
                delivery.join(Duration.ofNanos(Math.max(1, until - System.nanoTime())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        dispatcher.interrupt();
        announcers.values().forEach(WebhookAnnouncer::abandon);
        underWay.forEach(Thread::interrupt);
    }
}
