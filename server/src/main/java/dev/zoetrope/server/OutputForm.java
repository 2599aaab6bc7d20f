package dev.zoetrope.server;

import dev.zoetrope.api.ApiException;
import dev.zoetrope.api.ErrorCode;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.util.Locale;

/// How the files of an output are shown to a caller.
///
/// Replicate's Node.js and Python clients make a file object only of outputs that begin with `https:` or
/// `data:`, so on a server that is reached by plain http they would hand out strings where code written for
/// replicate.com expects files. To those clients, and only over http, small files are shown as `data:` URIs.
/// Any caller can choose by the header `Zoetrope-Outputs: url` or `data`, or the query parameter `outputs`.
enum OutputForm {
    /// The URL under which the file is delivered.
    URL,
    /// The file itself, as a `data:` URI, if it is small.
    DATA;

    private static final HeaderName CHOICE = HeaderNames.create("Zoetrope-Outputs");
    private static final HeaderName LANGUAGE = HeaderNames.create("X-Stainless-Lang");
    private static final HeaderName PREFER = HeaderNames.create("Prefer");
    private static final String PARAMETER = "outputs";

    /// What the answer to this request shows, for a caller that sees us under this base URL.
    ///
    /// @param waited true when the prediction was created by a request that waited for it, this one or an
    /// earlier one
    static OutputForm of(ServerRequest request, String base, boolean waited) {
        String chosen = request.query().contains(PARAMETER)
                ? request.query().get(PARAMETER)
                : request.headers().first(CHOICE).orElse("");
        return switch (chosen.strip().toLowerCase(Locale.ROOT)) {
            case "url" -> URL;
            case "data" -> DATA;
            case "" -> base.startsWith("http:") && needsData(request, waited) ? DATA : URL;
            default ->
                throw new ApiException(
                        ErrorCode.BAD_REQUEST, CHOICE.defaultCase() + " must be url or data, got \"" + chosen + "\"");
        };
    }

    /// True when the request asks to wait for its prediction.
    static boolean waits(ServerRequest request) {
        return Preferences.wait(String.join(",", request.headers().values(PREFER)))
                .isPresent();
    }

    /// The user agents are those of npm `replicate` 1.4.0 and of PyPI `replicate` 1.0.7 and 2.0.0b4. The last
    /// one makes files of https and data in `run()`, which waits, but of http in `use()`, which does not.
    private static boolean needsData(ServerRequest request, boolean waited) {
        String agent = request.headers().first(HeaderNames.USER_AGENT).orElse("");
        if (agent.startsWith("replicate-javascript/") || agent.startsWith("replicate-python/")) {
            return true;
        }
        return waited
                && agent.contains("/Python ")
                && request.headers().first(LANGUAGE).orElse("").equals("python");
    }
}
