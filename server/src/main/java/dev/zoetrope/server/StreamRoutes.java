package dev.zoetrope.server;

import dev.zoetrope.api.ApiException;
import dev.zoetrope.api.ErrorCode;
import dev.zoetrope.predictions.PredictionRow;
import dev.zoetrope.predictions.PredictionStore;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// `/v1/streams/{token}` and `/v1/files/{token}`: the output of a prediction as server-sent events, for whoever
/// has the URL. The Node.js client takes what comes from a path under `/v1/files/` for files, so models that
/// give out files have their streams there. Closed before the web server, so that streams end and do not break
/// off.
final class StreamRoutes implements HttpService, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StreamRoutes.class);

    private static final HeaderName LAST_EVENT_ID = HeaderNames.create("Last-Event-ID");
    private static final HeaderName ACCEL_BUFFERING = HeaderNames.create("X-Accel-Buffering");
    private static final Pattern EVENT_ID = Pattern.compile("\\d{1,12}:(-1|\\d{1,9})(?::(\\d{1,9}))?");

    /// Small enough to be sent in one piece, large enough for a replay to go in few.
    private static final int BUFFER = 8 << 10;

    /// Many times what a reader needs for one event.
    private static final Duration LINGER = Duration.ofMillis(250);

    private final PredictionStore store;
    private final LiveOutputs live;
    private final StreamTokens tokens;
    private final Presenter presenter;
    private final Gate gate;
    private final Set<StreamSession> sessions = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    StreamRoutes(PredictionStore store, LiveOutputs live, StreamTokens tokens, Presenter presenter, Gate gate) {
        this.store = store;
        this.live = live;
        this.tokens = tokens;
        this.presenter = presenter;
        this.gate = gate;
    }

    @Override
    public void routing(HttpRules rules) {
        for (String path : new String[] {"/streams/{token}", "/files/{token}"}) {
            rules.get(path, this::stream).options(path, this::preflight);
        }
    }

    /// A path that names no stream is left to the next route: under `/v1/files/` it is a file's.
    private void stream(ServerRequest request, ServerResponse response) throws InterruptedException {
        String token = request.path().pathParameters().get("token");
        if (!token.startsWith(StreamTokens.PREFIX)) {
            response.next();
            return;
        }
        String id = tokens.predictionId(token).orElseThrow(StreamRoutes::unknown);
        try (var watch = store.watch(id)) {
            PredictionRow row = watch.current().orElseThrow(StreamRoutes::unknown);
            String base = gate.base(request);
            OutputForm form = OutputForm.of(request, base, false);
            Function<@Nullable Object, String> shown = piece -> presenter.piece(piece, base, form);
            var session = new StreamSession(row, live, new StreamCursor(start(request), shown));
            describe(response);
            serve(session, watch, linger(request), response);
        }
    }

    /// The Go client races its own look at the last event against the end of the connection, and takes a loss for a
    /// broken stream.
    private static Duration linger(ServerRequest request) {
        String agent = request.headers().first(HeaderNames.USER_AGENT).orElse("");
        return agent.startsWith("Go-http-client/") || agent.startsWith("replicate/go") ? LINGER : Duration.ZERO;
    }

    private void serve(StreamSession session, PredictionStore.Watch watch, Duration linger, ServerResponse response)
            throws InterruptedException {
        sessions.add(session);
        if (closed) {
            session.end();
        }
        try (OutputStream out = new BufferedOutputStream(response.outputStream(), BUFFER)) {
            session.run(watch, out, linger);
        } catch (IOException | UncheckedIOException e) {
            LOG.debug("a reader left its stream", e);
            throw new CloseConnectionException("a reader left its stream", e);
        } finally {
            sessions.remove(session);
        }
    }

    private static void describe(ServerResponse response) {
        response.status(200)
                .header(HeaderNames.CONTENT_TYPE, "text/event-stream")
                .header(HeaderNames.CACHE_CONTROL, "no-store")
                .header(HeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                .header(ACCEL_BUFFERING, "no"); // proxies that collect answers must pass this one on as it comes
    }

    private void preflight(ServerRequest request, ServerResponse response) {
        if (!request.path().pathParameters().get("token").startsWith(StreamTokens.PREFIX)) {
            response.next();
            return;
        }
        response.status(204)
                .header(HeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                .header(HeaderNames.ACCESS_CONTROL_ALLOW_METHODS, "GET, OPTIONS")
                .header(HeaderNames.ACCESS_CONTROL_ALLOW_HEADERS, "Accept, Authorization, Cache-Control, Last-Event-ID")
                .header(HeaderNames.ACCESS_CONTROL_MAX_AGE, "86400")
                .send();
    }

    private static StreamCursor.Start start(ServerRequest request) {
        boolean logs = request.query().contains("logs");
        Matcher last = EVENT_ID.matcher(
                request.headers().first(LAST_EVENT_ID).orElse("").strip());
        if (!last.matches()) {
            return new StreamCursor.Start(0, logs ? 0 : -1);
        }
        int from = Integer.parseInt(last.group(1)) + 1;
        @Nullable String characters = last.group(2);
        int logsFrom = characters == null ? 0 : Integer.parseInt(characters);
        return new StreamCursor.Start(from, logs ? logsFrom : -1);
    }

    private static ApiException unknown() {
        return new ApiException(ErrorCode.NOT_FOUND, "There is no such stream; its prediction may have been deleted.");
    }

    /// Ends all streams; their readers may come back and go on where they were.
    @Override
    public void close() {
        closed = true;
        sessions.forEach(StreamSession::end);
    }
}
