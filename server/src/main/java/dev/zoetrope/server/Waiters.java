package dev.zoetrope.server;

import java.util.LinkedHashSet;
import java.util.Set;

/// Which of the latest predictions were created by a request that waited for them: one client shows outputs
/// differently by that, and reads the record again when the wait ran out. Only a convenience, so it lives in
/// memory and forgets. Thread-safe.
final class Waiters {
    /// More than a server makes while a client still polls.
    private static final int MOST = 10_000;

    private final Set<String> ids = new LinkedHashSet<>();

    synchronized void add(String id) {
        ids.add(id);
        if (ids.size() > MOST) {
            var oldest = ids.iterator();
            oldest.next();
            oldest.remove();
        }
    }

    synchronized boolean contains(String id) {
        return ids.contains(id);
    }
}
