package dev.zoetrope.client;

import java.time.Duration;

/// Waits. Injected, so that a test can record the pauses instead of living through them.
@FunctionalInterface
interface Waiter {
    /// Waits so long, or until whoever owns the waiter is closed.
    void pause(Duration pause) throws InterruptedException;
}
