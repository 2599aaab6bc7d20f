package dev.zoetrope.server;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/// The addresses that people see: the list of models, a model, a prediction, the queue and so on. All are the same few
/// lines of HTML; the scripts they name look at the address and draw what belongs there. It holds nothing
/// of any user's, so it needs no token.
final class PageShell implements HttpService {
    private static final HeaderName SECURITY_POLICY = HeaderNames.create("Content-Security-Policy");
    private static final HeaderName NO_SNIFF = HeaderNames.create("X-Content-Type-Options");
    private static final HeaderName REFERRER_POLICY = HeaderNames.create("Referrer-Policy");
    private static final HeaderName OPENER_POLICY = HeaderNames.create("Cross-Origin-Opener-Policy");

    /// Scripts and styles from files of ours only; pictures and films from here or from the user's own disk. No script
    /// can turn text into markup.
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
            + "img-src 'self' data: blob:; media-src 'self' data: blob:; base-uri 'none'; form-action 'none'; "
            + "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

    private static final List<String> VIEWS = List.of(
            "/", "/predictions", "/queue", "/files", "/tokens", "/webhooks", "/engine", "/p/{id}", "/s/{secret}");

    /// What may stand in the name of a model; anything else is no page.
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]*");

    private static final String HTML = html();

    @Override
    public void routing(HttpRules rules) {
        for (String view : VIEWS) {
            rules.get(view, PageShell::shell).head(view, PageShell::shell);
        }
        rules.get("/{owner}/{name}", PageShell::model).head("/{owner}/{name}", PageShell::model);
    }

    private static void shell(ServerRequest request, ServerResponse response) {
        send(request, response, 200, HTML);
    }

    /// Only for browsers: a program that asks for a path that is not there must hear so.
    private static void model(ServerRequest request, ServerResponse response) {
        var parameters = request.path().pathParameters();
        String accept = request.headers().first(HeaderNames.ACCEPT).orElse("");
        boolean isName = NAME.matcher(parameters.get("owner")).matches()
                && NAME.matcher(parameters.get("name")).matches();
        boolean isApi = List.of("v1", "page", "files", "health").contains(parameters.get("owner"));
        if (!isName || isApi || !accept.contains("text/html")) {
            response.next();
            return;
        }
        shell(request, response);
    }

    /// Answers with HTML under the page's policies.
    static void send(ServerRequest request, ServerResponse response, int status, String html) {
        response.status(status)
                .header(HeaderNames.CONTENT_TYPE, "text/html; charset=utf-8")
                .header(HeaderNames.CACHE_CONTROL, "no-store")
                .header(SECURITY_POLICY, POLICY)
                .header(NO_SNIFF, "nosniff")
                .header(REFERRER_POLICY, "no-referrer")
                .header(OPENER_POLICY, "same-origin");
        send(request, response, html.getBytes(StandardCharsets.UTF_8));
    }

    /// Sends a body, or to a HEAD, as link checkers send it, how long the body would be.
    static void send(ServerRequest request, ServerResponse response, byte[] body) {
        if (request.prologue().method().text().equals("HEAD")) {
            response.contentLength(body.length);
            response.send();
        } else {
            response.send(body);
        }
    }

    private static String html() {
        try (InputStream in = PageShell.class.getResourceAsStream("/page/shell.html")) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its resource /page/shell.html");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
