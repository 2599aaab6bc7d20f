package dev.zoetrope.cog;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/// Ends a model process when the server that started it is gone, however it went, kill -9 included: the server holds
/// the other end of the process's standard input and never writes to it, so the end of the input is the end of the
/// server. Public for the command that runs a model.
public final class ParentWatch {
    /// What a shell would report for a process ended by SIGHUP, which is what this stands for.
    private static final int EXIT_CODE = 129;

    private ParentWatch() {}

    /// Halts this process as soon as [System#in] ends. Halts rather than exits, since native code that is busy could
    /// hold up shutdown hooks for ever.
    public static void haltWhenInputEnds() {
        watch(System.in, () -> Runtime.getRuntime().halt(EXIT_CODE));
    }

    static void watch(InputStream input, Runnable onEnd) {
        // A platform thread: reading a pipe blocks natively, which would hold a virtual thread's carrier for ever.
        Thread.ofPlatform().daemon().name("cog-parent-watch").start(() -> {
            try {
                input.transferTo(OutputStream.nullOutputStream());
            } catch (IOException e) {
                // A broken pipe says the same as its end.
            }
            onEnd.run();
        });
    }
}
