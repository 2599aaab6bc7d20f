package dev.zoetrope.animatic.camera;

import dev.zoetrope.animatic.Brief;
import dev.zoetrope.animatic.Frame;
import dev.zoetrope.animatic.Timeline;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// Several cameras that shoot the frames of one film side by side, each on a thread of its own. The next shot is
/// prepared while the one in sight is shot. One thread at a time may call; whoever makes it closes it.
public final class CameraCrew implements AutoCloseable {
    private final Takes takes;
    private final BlockingQueue<Camera> idle;
    private final ExecutorService threads;
    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger lastPrepared = new AtomicInteger();

    public CameraCrew(Brief brief, Timeline timeline, int count) {
        takes = new Takes(brief, timeline);
        idle = new ArrayBlockingQueue<>(count);
        for (int i = 0; i < count; i++) {
            idle.add(new Camera(takes));
        }
        threads = Executors.newFixedThreadPool(
                count, Thread.ofPlatform().name("camera-", 0).daemon().factory());
    }

    /// A frame that is being shot.
    public record Shooting(int number, Future<Frame> frame) {
        /// Waits until it is shot.
        public Frame await() throws InterruptedException {
            try {
                return frame.get();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof RuntimeException failure) {
                    throw failure;
                }
                throw new IllegalStateException("frame " + number + " could not be shot", e.getCause());
            }
        }
    }

    /// Begins to shoot a frame.
    ///
    /// @param number from 0; ascending is fastest
    /// @param frame is written until the shooting has been awaited
    public Shooting shoot(int number, Frame frame) {
        return new Shooting(number, threads.submit(() -> {
            long start = System.nanoTime();
            Camera camera = idle.take();
            try {
                int shot = camera.shoot(number, frame);
                if (lastPrepared.getAndSet(shot + 1) != shot + 1) {
                    threads.execute(() -> takes.ahead(shot + 1));
                }
            } finally {
                idle.add(camera);
                nanos.addAndGet(System.nanoTime() - start);
            }
            return frame;
        }));
    }

    /// How long the cameras have worked, all together.
    public Duration workingTime() {
        return Duration.ofNanos(nanos.get());
    }

    /// Waits for the frames that are being shot, so that no one writes to them afterwards.
    @Override
    public void close() {
        threads.shutdown();
        threads.close();
    }
}
