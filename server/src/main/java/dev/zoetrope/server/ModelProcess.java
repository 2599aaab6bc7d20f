package dev.zoetrope.server;

import dev.zoetrope.cog.CogClient;
import java.time.Duration;
import java.util.OptionalLong;

/// What answers for a model by Cog's protocol: a child process of the server, or something at a URL that lives
/// by itself. Thread-safe; its supervisor closes it.
sealed interface ModelProcess extends AutoCloseable permits ChildProcess, RemoteProcess {
    /// Speaks to it.
    CogClient client();

    /// Its process number or its URL, for the log.
    String name();

    /// False once it has ended, or was given up.
    boolean isAlive();

    /// Waits for the end of a process that seems to be dying; false when it still lives after so long.
    boolean endsWithin(Duration atMost) throws InterruptedException;

    /// How it ended, for people; call it only when it is not alive.
    String epitaph();

    /// What it printed last, empty if that is not known.
    String tail();

    /// Resident memory in bytes, where the system tells.
    OptionalLong residentMemory();

    /// Ends it at once where that can be done, and gives it up in any case.
    void kill();

    /// Ends it politely where that can be done.
    @Override
    void close();
}
