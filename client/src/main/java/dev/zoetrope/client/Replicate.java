package dev.zoetrope.client;

import dev.zoetrope.api.Codec;
import dev.zoetrope.api.Prediction;
import dev.zoetrope.api.Status;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A client of a server that speaks Replicate's HTTP API. Thread-safe; its methods block and are meant for virtual
/// threads as well. Whoever connects it closes it.
///
/// All methods throw [ServiceException] when the server answers with an error, and [ConnectionException] when it does
/// not answer.
public final class Replicate implements AutoCloseable {
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Transport transport;
    private final Predictions predictions;
    private final Models models;
    private final Uploads files;
    private final Downloads downloads;

    private Replicate(ClientOptions options, @Nullable Waiter waiter) {
        Waiter pauses = waiter == null ? this::awaitClose : waiter;
        // Jitter only has to differ between processes, which the seed of new Random() does.
        transport = new Transport(options, new RetryPolicy(options.retries(), new Random()), pauses);
        predictions = new Predictions(transport, options.pollInterval());
        models = new Models(transport);
        files = new Uploads(transport, options.transferTimeout());
        downloads = new Downloads(transport, options.transferTimeout());
    }

    /// Makes a client; nothing is sent yet.
    public static Replicate connect(ClientOptions options) {
        return new Replicate(options, null);
    }

    /// A client whose pauses are somebody else's.
    static Replicate connect(ClientOptions options, Waiter waiter) {
        return new Replicate(options, waiter);
    }

    /// Runs a model and waits for its end, however long that takes; gives the succeeded prediction. Throws
    /// [PredictionException] when it ended otherwise.
    ///
    /// @param reference `owner/name`, `owner/name:version` or a version id
    /// @param input the model's input; a file is named by a URL, see [#files]
    public Prediction run(String reference, Map<String, ? extends @Nullable Object> input) {
        Prediction held = predictions.createAndHold(reference, input);
        Prediction ended = held.status().isTerminal() ? held : predictions.await(held.id());
        if (ended.status() != Status.SUCCEEDED) {
            throw new PredictionException(ended);
        }
        return ended;
    }

    /// The predictions of the account.
    public Predictions predictions() {
        return predictions;
    }

    /// The models of the server.
    public Models models() {
        return models;
    }

    /// Files to be used as inputs.
    public Uploads files() {
        return files;
    }

    /// The secret that the server signs webhooks with, for [dev.zoetrope.api.WebhookSignature].
    public String webhookSecret() {
        var url = transport.api("/webhooks/default/secret");
        var answer = Codec.readObject(transport.send(transport.request(url).build()));
        return String.valueOf(answer.get("key"));
    }

    /// Fetches an output (`http:`, `https:` or `data:`) into a file, which appears whole or not at all and replaces one
    /// that is there. The token is not sent. Gives the file's absolute path.
    public Path download(String url, Path target) {
        return downloads.download(url, target);
    }

    /// Closes connections; a wait on another thread ends with a [ConnectionException].
    @Override
    public void close() {
        closed.countDown();
        transport.close();
    }

    private void awaitClose(Duration pause) throws InterruptedException {
        if (closed.await(pause.toNanos(), TimeUnit.NANOSECONDS)) {
            throw new ConnectionException("the client was closed while it waited");
        }
    }
}
