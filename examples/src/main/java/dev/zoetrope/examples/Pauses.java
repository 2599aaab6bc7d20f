package dev.zoetrope.examples;

import dev.zoetrope.cog.CancelledException;
import dev.zoetrope.cog.Context;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Waits on behalf of a prediction.
final class Pauses {
    private static final double NANOS_PER_SECOND = 1e9;

    private Pauses() {}

    /// Waits so many seconds, or until the prediction is cancelled: a cancel interrupts the thread.
    static void pause(double seconds, Context context) throws CancelledException, InterruptedException {
        context.checkCancelled();
        boolean _ = new CountDownLatch(1).await(Math.round(seconds * NANOS_PER_SECOND), TimeUnit.NANOSECONDS);
        context.checkCancelled();
    }
}
