package dev.zoetrope.server;

import dev.zoetrope.api.Codec;
import dev.zoetrope.api.Prediction;
import dev.zoetrope.predictions.PredictionRow;
import dev.zoetrope.predictions.PredictionStore;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// `/p/{id}`: one prediction for people, as one page without script: the film, the input, the log and the numbers. The
/// id cannot be guessed, so whoever has the link may look.
final class PredictionPage implements HttpService {
    private static final HeaderName SECURITY_POLICY = HeaderNames.create("Content-Security-Policy");
    private static final HeaderName NO_SNIFF = HeaderNames.create("X-Content-Type-Options");
    private static final HeaderName REFERRER_POLICY = HeaderNames.create("Referrer-Policy");

    private final PredictionStore store;
    private final Presenter presenter;
    private final Gate gate;

    PredictionPage(PredictionStore store, Presenter presenter, Gate gate) {
        this.store = store;
        this.presenter = presenter;
        this.gate = gate;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/p/{id}", this::page);
    }

    private void page(ServerRequest request, ServerResponse response) {
        Optional<PredictionRow> row = store.find(request.path().pathParameters().get("id"));
        String base = gate.base(request);
        String html = row.map(found -> html(presenter.show(found, base), base)).orElseGet(PredictionPage::missing);
        response.status(row.isPresent() ? 200 : 404)
                .header(HeaderNames.CONTENT_TYPE, "text/html; charset=utf-8")
                .header(HeaderNames.CACHE_CONTROL, "no-store")
                .header(
                        SECURITY_POLICY,
                        "default-src 'none'; style-src 'unsafe-inline'; media-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'")
                .header(NO_SNIFF, "nosniff")
                .header(REFERRER_POLICY, "no-referrer")
                .send(html.getBytes(StandardCharsets.UTF_8));
    }

    private static String html(Prediction prediction, String base) {
        boolean running = !prediction.status().isTerminal();
        String refresh = running ? "<meta http-equiv=\"refresh\" content=\"2\">" : "";
        return """
                <!doctype html>
                <html lang="en"><head><meta charset="utf-8">%s
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s - %s</title><style>%s</style></head>
                <body><main>
                <h1>%s</h1><p class="soft"><code>%s</code> <b class="status">%s</b></p>
                %s
                <h2>Input</h2><pre>%s</pre>
                <h2>Log</h2><pre>%s</pre>
                <h2>Numbers</h2><pre>%s</pre>
                </main></body></html>
                """.formatted(
                        refresh,
                        escape(prediction.model()),
                        escape(prediction.status().wire()),
                        STYLE,
                        escape(prediction.model()),
                        escape(prediction.id()),
                        escape(prediction.status().wire()),
                        outcome(prediction, base),
                        escape(Codec.writePretty(prediction.input())),
                        escape(prediction.logs()),
                        escape(Codec.writePretty(prediction.metrics())));
    }

    private static String outcome(Prediction prediction, String base) {
        if (prediction.dataRemoved()) {
            return "<p class=\"film\">It has expired: its input, output and log were deleted.</p>";
        }
        return switch (prediction.status()) {
            case STARTING -> "<p class=\"film\">Waiting for its turn. This page looks again by itself.</p>";
            case PROCESSING -> "<p class=\"film\">The film is being made. This page looks again by itself.</p>";
            case FAILED -> "<p class=\"film bad\">It failed: " + escape(String.valueOf(prediction.error())) + "</p>";
            case CANCELED -> "<p class=\"film\">It was cancelled before it was done.</p>";
            case ABORTED -> "<p class=\"film\">Its deadline passed before it began.</p>";
            case SUCCEEDED -> output(prediction.output(), base);
        };
    }

    private static String output(@org.jspecify.annotations.Nullable Object output, String base) {
        return switch (output) {
            case String text when text.startsWith(base + "/files/") -> file(text.substring(base.length()));
            case List<?> list -> {
                var all = new StringBuilder();
                list.forEach(item -> all.append(output(item, base)));
                yield all.toString();
            }
            case null -> "<p class=\"film\">There is no output.</p>";
            default -> "<pre>" + escape(output instanceof String text ? text : Codec.writePretty(output)) + "</pre>";
        };
    }

    private static String file(String path) {
        String safe = escape(path);
        String shown = path.matches(".*\\.(mp4|mov|webm)")
                ? "<video class=\"film\" controls preload=\"metadata\" src=\"" + safe + "\"></video>"
                : path.matches(".*\\.(png|jpe?g|webp|gif)")
                        ? "<img class=\"film\" alt=\"output\" src=\"" + safe + "\">"
                        : "";
        return shown + "<p><a href=\"" + safe + "\" download>Download</a></p>";
    }

    private static String missing() {
        return """
                <!doctype html><html lang="en"><head><meta charset="utf-8"><title>Not here</title><style>%s</style></head>
                <body><main><h1>Not here</h1><p>There is no such prediction, or it has expired.</p></main></body></html>
                """.formatted(STYLE);
    }

    /// Text of users for use between tags and in double-quoted attributes.
    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static final String STYLE = """
            :root{color-scheme:light dark;--paper:#faf8f4;--card:#fff;--ink:#1d1b18;--soft:#6f6a61;--line:#e5e0d6;--accent:#c2410c}
            @media(prefers-color-scheme:dark){:root{--paper:#161513;--card:#1f1d1a;--ink:#f1ede5;--soft:#a39c90;--line:#34302a;--accent:#f38b4a}}
            body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,"Noto Sans CJK SC","PingFang SC",sans-serif}
            main{max-width:900px;margin:2rem auto;padding:0 1rem}
            .soft{color:var(--soft)} .status{color:var(--accent)} .bad{color:var(--accent)} a{color:var(--accent)}
            .film{width:100%;box-sizing:border-box;border-radius:12px;background:var(--card);border:1px solid var(--line)}
            p.film{padding:2rem}
            pre{white-space:pre-wrap;overflow-wrap:anywhere;background:var(--card);border:1px solid var(--line);border-radius:12px;padding:1rem;font-size:14px}
            """;
}
