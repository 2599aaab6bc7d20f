package dev.zoetrope.cog;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Serves one [Model] by Cog's HTTP protocol, so that whatever drives Cog containers can drive it.
///
/// The port is open as soon as [#start] returns; the model's setup runs behind it, and `/health-check` says how
/// far it is. Each request has a virtual thread, each prediction a platform thread of its own, named after it.
/// The HTTP server is the JDK's own: the protocol is nine small routes for one caller on the same machine, and
/// a model's process should bring as few libraries as it can, since authors embed it beside their own.
///
/// Thread-safe. Whoever started it closes it.
public final class CogHost implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CogHost.class);

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    /// What [#close] allows running predictions and last webhooks; a model that ignores its cancel is left
    /// behind.
    private static final Duration CLOSE_GRACE = Duration.ofSeconds(5);

    /// For answers on their way, such as the one to POST /shutdown.
    private static final Duration ANSWER_GRACE = Duration.ofSeconds(2);

    /// A drain has no limit of its own: it waits for predictions as long as they take.
    private static final Duration DRAIN_LIMIT = Duration.ofDays(30);

    private final HttpServer server;
    private final ExecutorService handlers = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client;
    private final ModelDesk desk;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final AtomicBoolean isDraining = new AtomicBoolean();

    private <I extends Record, O> CogHost(Model<I, O> model, CogHostOptions options) throws IOException {
        var openApi = OpenApiDocument.of(model, options.version());
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_TIMEOUT)
                .build();
        var transport = new WebhookSender.Transport(client, options.webhookAuthToken(), options.throttle());
        desk = new ModelDesk(model, transport, options.concurrency());
        var delivery = new OutputDelivery(client, options.uploadUrl());
        var works = new CogRoutes.Works(
                Work.predictions(model, delivery),
                model instanceof TrainableModel<?, ?, ?> trainable ? Work.trainings(trainable, delivery) : null);
        server = HttpServer.create(new InetSocketAddress(options.host(), options.port()), 0);
        server.setExecutor(handlers);
        server.createContext("/", new CogRoutes(desk, works, openApi, options.version(), this::drain));
    }

    /// Opens the port and begins the model's setup; throws [IllegalArgumentException] when the model's record
    /// cannot be an input, and [UncheckedIOException] when the port cannot be opened.
    public static <I extends Record, O> CogHost start(Model<I, O> model, CogHostOptions options) {
        CogHost host;
        try {
            host = new CogHost(model, options);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot listen on " + options.host() + ":" + options.port() + ": " + e.getMessage()
                            + "; choose another port",
                    e);
        }
        host.desk.open();
        host.server.start();
        if (options.exitWhenInputEnds()) {
            ParentWatch.haltWhenInputEnds();
        }
        return host;
    }

    /// The port it listens on.
    public int port() {
        return server.getAddress().getPort();
    }

    /// Waits until the host has been closed, or shut down by `POST /shutdown`.
    public void awaitShutdown() throws InterruptedException {
        stopped.await();
    }

    /// Lets running predictions finish, then stops; what `POST /shutdown` does. Returns at once.
    private void drain() {
        desk.stopAdmitting();
        if (isDraining.compareAndSet(false, true)) {
            Thread.ofVirtual().name("cog-drain").start(() -> stop(DRAIN_LIMIT));
        }
    }

    /// Cancels what runs, gives it and its webhooks a few seconds to end, and stops. Closing twice does nothing
    /// more.
    @Override
    public void close() {
        desk.stopAdmitting();
        desk.cancelAll();
        stop(CLOSE_GRACE);
    }

    private void stop(Duration grace) {
        try {
            desk.drain(grace);
            handlers.shutdown();
            handlers.awaitTermination(ANSWER_GRACE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            LOG.warn("Interrupted while predictions were ending; stopping at once");
            Thread.currentThread().interrupt();
        }
        // Not its own delay: it is waited for in full whenever a kept connection has not been seen idle yet.
        server.stop(0);
        handlers.shutdownNow();
        client.shutdownNow();
        stopped.countDown();
    }
}
