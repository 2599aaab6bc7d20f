package dev.zoetrope.client;

import dev.zoetrope.api.Problem;

/// The server answered with an error. [#status] and [#problem] say which; the message has both in one line.
public final class ServiceException extends RuntimeException {
    private final int status;
    private final transient Problem problem;

    ServiceException(int status, Problem problem, String request) {
        super(sentence(status, problem, request));
        this.status = status;
        this.problem = problem;
    }

    /// The HTTP status.
    public int status() {
        return status;
    }

    /// What the server said was wrong. When its answer was no problem document, the detail is the answer's text.
    public Problem problem() {
        return problem;
    }

    private static String sentence(int status, Problem problem, String request) {
        String said = problem.detail() != null ? problem.detail() : problem.title();
        return (said == null || said.isBlank() ? "no reason given" : said.strip()) + " (HTTP " + status + " to "
                + request + ")";
    }
}
