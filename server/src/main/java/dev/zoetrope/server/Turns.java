package dev.zoetrope.server;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Whose turn it is among the slots of a pool: a slot looks for work only while all slots before it are at
/// work. So work goes to the processes that run already, one more is started only when those are busy, and the
/// last ones become idle first. Thread-safe.
final class Turns {
    private enum Slot {
        IDLE,
        LOOKING,
        BUSY
    }

    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<Slot> slots = new ArrayList<>();
    private final List<Instant> idleSince = new ArrayList<>();

    Turns(int size, InstantSource clock) {
        this.clock = clock;
        for (int i = 0; i < size; i++) {
            slots.add(Slot.IDLE);
            idleSince.add(clock.instant());
        }
    }

    /// Waits until it is this slot's turn, at most so long; then the slot counts as looking, until [#set].
    /// False when it is not its turn.
    boolean await(int slot, Duration atMost) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = atMost.toNanos();
            while (!areBusy(slot)) {
                if (left <= 0) {
                    return false;
                }
                left = changed.awaitNanos(left);
            }
            slots.set(slot, Slot.LOOKING);
            return true;
        } finally {
            lock.unlock();
        }
    }

    /// The slot found work, or is done with it, or found none.
    void set(int slot, boolean isBusy) {
        lock.lock();
        try {
            if (slots.get(slot) == Slot.BUSY) {
                idleSince.set(slot, clock.instant());
            }
            slots.set(slot, isBusy ? Slot.BUSY : Slot.IDLE);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Does something when these slots, from inclusive to exclusive, have had no work since a time, and keeps
    /// them from looking for it meanwhile.
    void ifIdleSince(Instant time, int from, int to, Runnable action) {
        lock.lock();
        try {
            for (int slot = from; slot < to; slot++) {
                if (slots.get(slot) != Slot.IDLE || idleSince.get(slot).isAfter(time)) {
                    return;
                }
            }
            action.run();
        } finally {
            lock.unlock();
        }
    }

    private boolean areBusy(int before) {
        for (int slot = 0; slot < before; slot++) {
            if (slots.get(slot) != Slot.BUSY) {
                return false;
            }
        }
        return true;
    }
}
