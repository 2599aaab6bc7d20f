package dev.zoetrope.animatic;

/// A text that is no timeline; the message says where, as a JSON path, and what is wrong there. Public for those who
/// accept edited timelines.
public final class MalformedTimeline extends RuntimeException {
    public MalformedTimeline(String message) {
        super(message);
    }

    public MalformedTimeline(String message, Throwable cause) {
        super(message, cause);
    }
}
