package dev.zoetrope.predictions;

import java.security.SecureRandom;
import java.time.InstantSource;

/// What a [Database] is given from outside.
///
/// @param clock tells the time, that of leases and deadlines included
/// @param ids makes the ids of predictions and tokens
/// @param readers how many callers may read at the same moment; the others wait
public record DatabaseOptions(InstantSource clock, Ids ids, int readers) {
    /// A read lasts far less than a millisecond and occupies a processor while it does: a few are enough.
    public static final int DEFAULT_READERS = 4;

    public DatabaseOptions {
        if (readers < 1) {
            throw new IllegalArgumentException("readers is " + readers + "; it must be at least 1");
        }
    }

    /// The system's clock, random ids and [#DEFAULT_READERS].
    public static DatabaseOptions defaults() {
        var clock = InstantSource.system();
        return new DatabaseOptions(clock, new Ids(clock, new SecureRandom()), DEFAULT_READERS);
    }
}
