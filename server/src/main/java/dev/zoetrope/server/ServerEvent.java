package dev.zoetrope.server;

import java.nio.charset.StandardCharsets;

/// One server-sent event (HTML Living Standard, section 9.2).
///
/// @param name `output`, `logs`, `error` or `done`: a client knows no other
/// @param id where a reader goes on that comes back with it; never absent, since a client waits for one
/// @param data any text; it is split into lines, and how the lines end is not kept
record ServerEvent(String name, String id, String data) {
    /// A comment that keeps a connection from looking dead. It is one line and not followed by an empty one,
    /// which would be an event without a name to some clients.
    static final byte[] COMMENT = ":\n".getBytes(StandardCharsets.UTF_8);

    /// The event as it is sent, with line feeds only.
    byte[] wire() {
        var text = new StringBuilder(data.length() + 64);
        text.append("event: ").append(name).append("\nid: ").append(id).append('\n');
        for (String line : data.split("\r\n|\r|\n", -1)) {
            text.append("data: ").append(line).append('\n');
        }
        return text.append('\n').toString().getBytes(StandardCharsets.UTF_8);
    }
}
