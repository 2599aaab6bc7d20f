package dev.zoetrope.cog;

import dev.zoetrope.api.Codec;
import dev.zoetrope.api.Status;
import dev.zoetrope.api.WebhookEvent;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells one prediction's webhook what happens, in order, from one virtual thread.
///
/// Whoever runs the prediction only leaves a note of what happened ([#tell]) and never waits. The thread takes the
/// newest snapshot when it is ready to send, so a slow receiver gets fewer and newer snapshots, never late ones. News
/// of the start, log lines and progress goes out at most once per throttle interval, and is sent when the interval is
/// over; output goes at once. The terminal snapshot is always the last, and is tried again on transport errors, 429 and
/// 5xx.
final class WebhookSender {
    private static final Logger LOG = LoggerFactory.getLogger(WebhookSender.class);

    /// As in Cog: with the backoff below it spans about seven minutes, longer than a restart of the receiver.
    private static final int MOST_RETRIES = 12;

    private static final Duration FIRST_BACKOFF = Duration.ofMillis(100);

    /// 100 ms doubled ten times is 102 s; longer pauses would only delay the end.
    private static final int MOST_DOUBLINGS = 10;

    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(30);

    /// Who wants to know what.
    record Target(URI url, Set<WebhookEvent> events) {
        Target {
            events = Set.copyOf(events);
        }
    }

    /// How the host sends; the same for all predictions.
    record Transport(HttpClient client, @Nullable String token, Duration throttle) {}

    private final Target target;
    private final Transport transport;
    private final Supplier<Map<String, @Nullable Object>> snapshot;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final Thread thread;

    private boolean hasOutput;
    private boolean hasLogs;
    private boolean isCompleted;
    private long earliestLogs = System.nanoTime();

    WebhookSender(String name, Target target, Transport transport, Supplier<Map<String, @Nullable Object>> snapshot) {
        this.target = target;
        this.transport = transport;
        this.snapshot = snapshot;
        thread = Thread.ofVirtual().name("cog-webhook-" + name).unstarted(this::send);
    }

    void start() {
        thread.start();
    }

    /// Notes an event; returns at once. Nothing is noted after [WebhookEvent#COMPLETED].
    void tell(WebhookEvent event) {
        lock.lock();
        try {
            switch (event) {
                case START, LOGS -> hasLogs |= target.events().contains(event);
                case OUTPUT -> hasOutput |= target.events().contains(event);
                case COMPLETED -> isCompleted = true;
            }
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Waits until everything is sent or given up; false when the time ran out before.
    boolean awaitEnd(Duration atMost) throws InterruptedException {
        return thread.join(atMost);
    }

    /// True once everything is sent or given up.
    boolean hasEnded() {
        return thread.getState() == Thread.State.TERMINATED;
    }

    /// Stops sending at once.
    void abandon() {
        thread.interrupt();
    }

    private void send() {
        try {
            while (!awaitNews()) {
                Map<String, @Nullable Object> now = snapshot.get();
                // The end has been reached since: it is told once, by the terminal webhook.
                if (!Status.of(String.valueOf(now.get("status"))).isTerminal()) {
                    post(Codec.writeBytes(now));
                    earliestLogs = System.nanoTime() + transport.throttle().toNanos();
                }
            }
            if (target.events().contains(WebhookEvent.COMPLETED)) {
                sendLast(Codec.writeBytes(snapshot.get()));
            }
        } catch (InterruptedException e) {
            LOG.warn("Webhook {} was abandoned: the host is closing", target.url());
        }
    }

    /// Waits for something to be due; true when it is the end.
    private boolean awaitNews() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!isCompleted && !hasOutput) {
                long wait = earliestLogs - System.nanoTime();
                if (hasLogs && wait <= 0) {
                    break;
                } else if (hasLogs) {
                    news.awaitNanos(wait);
                } else {
                    news.await();
                }
            }
            hasOutput = false;
            hasLogs = false;
            return isCompleted;
        } finally {
            lock.unlock();
        }
    }

    private void sendLast(byte[] body) throws InterruptedException {
        for (int attempt = 0; post(body) == Result.TRY_AGAIN; attempt++) {
            if (attempt == MOST_RETRIES) {
                LOG.error("Webhook {} was given up after {} retries", target.url(), MOST_RETRIES);
                return;
            }
            pause(FIRST_BACKOFF.multipliedBy(1L << Math.min(attempt, MOST_DOUBLINGS)));
        }
    }

    private void pause(Duration time) throws InterruptedException {
        long until = System.nanoTime() + time.toNanos();
        lock.lockInterruptibly();
        try {
            for (long left = time.toNanos(); left > 0; left = until - System.nanoTime()) {
                news.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    private enum Result {
        DONE,
        TRY_AGAIN
    }

    private Result post(byte[] body) throws InterruptedException {
        var request = HttpRequest.newBuilder(target.url())
                .timeout(REQUEST_TIMEOUT)
                .header("Content-Type", "application/json")
                .header("User-Agent", "zoetrope-cog")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        if (transport.token() != null) {
            request.header("Authorization", "Bearer " + transport.token());
        }
        try {
            int status = transport
                    .client()
                    .send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            if (status >= 300) {
                LOG.warn("Webhook {} answered {}", target.url(), status);
            }
            return status == 429 || status >= 500 ? Result.TRY_AGAIN : Result.DONE;
        } catch (IOException e) {
            LOG.warn("Webhook {} was not reached: {}", target.url(), e.toString());
            return Result.TRY_AGAIN;
        }
    }
}
