package dev.zoetrope.predictions;

import java.time.Duration;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Rings when there may be something to claim. A runner that looked in vain and then waits is woken by a ring
/// that came in between: the bell remembers, for each thread, how often it had rung before that look.
/// Thread-safe.
final class WorkBell {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition rung = lock.newCondition();
    private final Map<Thread, Long> looksInVain = new WeakHashMap<>();
    private long rings;
    private boolean closed;

    /// How often it has rung; to be asked before a look.
    long rings() {
        lock.lock();
        try {
            return rings;
        } finally {
            lock.unlock();
        }
    }

    /// The calling thread found nothing in the state that it saw after this many rings.
    void lookedInVain(long ringsBefore) {
        lock.lock();
        try {
            looksInVain.put(Thread.currentThread(), ringsBefore);
        } finally {
            lock.unlock();
        }
    }

    /// Wakes all that wait.
    void ring() {
        lock.lock();
        try {
            rings++;
            rung.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Waits for a ring since the calling thread's last look in vain, or else from now on; at most so long.
    void await(Duration atMost) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            Long remembered = looksInVain.remove(Thread.currentThread());
            long seen = remembered == null ? rings : remembered;
            long left = atMost.toNanos();
            while (rings == seen && left > 0 && !closed) {
                left = rung.awaitNanos(left);
            }
            if (closed) {
                throw new IllegalStateException("The database is closed.");
            }
        } finally {
            lock.unlock();
        }
    }

    /// Wakes all that wait, for good.
    void close() {
        lock.lock();
        try {
            closed = true;
            rung.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
