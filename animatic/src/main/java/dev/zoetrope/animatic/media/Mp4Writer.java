package dev.zoetrope.animatic.media;

import dev.zoetrope.animatic.Frame;
import dev.zoetrope.animatic.FrameSize;
import dev.zoetrope.animatic.Subtitle;
import dev.zoetrope.animatic.Timeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;

/// Writes a film as MP4: H.264 at 24 frames a second and, when asked for, AAC in one channel and the dialogue as timed
/// text. The index comes first,
/// and the same frames and samples give the same bytes.
///
/// Encoding runs on a thread of its own while the caller draws the next frame into one of a few frames of native
/// memory. The film grows beside its place and is moved there by [#finish], so that `file` is never half a film. One
/// thread at a time may call; [#sound] may come from another. Whoever makes it closes it.
public final class Mp4Writer implements AutoCloseable {
    /// Samples a second of the sound.
    public static final int SAMPLE_RATE = SoundEncoder.RATE;

    /// Frames in flight: one for each camera, one encoded, two to even out the times of both.
    private static final int RING = 7;

    /// How soon a waiting caller notices that the encoder has failed.
    private static final long LOOK_EVERY_MILLIS = 20;

    private final Path file;
    private final Path part;
    private final int frames;
    private final BooleanSupplier cancelled;
    private final Mp4File container;
    private final VideoEncoder video;
    private final @Nullable SoundEncoder audio;
    private final @Nullable SubtitleTrack subtitles;
    private final List<Slot> ring = new ArrayList<>();
    private final BlockingQueue<Slot> free = new ArrayBlockingQueue<>(RING);
    private final BlockingQueue<Slot> drawn = new ArrayBlockingQueue<>(RING);
    private final CompletableFuture<float[]> samples = new CompletableFuture<>();
    private final CompletableFuture<List<Subtitle>> lines = new CompletableFuture<>();
    private final CompletableFuture<Void> encoded = new CompletableFuture<>();
    private final Thread encoder;
    private final AtomicLong busyNanos = new AtomicLong();
    private boolean areLinesWritten;
    private boolean isFinished;

    /// A frame's native memory and our view of it.
    private record Slot(AVFrame memory, Frame view) {}

    /// Creates the file's precursor beside it and starts the encoder.
    ///
    /// @param file where the film will be; one that exists is replaced
    /// @param size of the frames
    /// @param frames how many will be written, exactly
    /// @param tracks what there is beside the picture; where there is sound, [#sound] must be called
    /// @param cancelled asked again and again; once it says true, [#next] and [#finish] give up
    /// @throws FilmException when the file cannot be created or the encoder not be opened
    public Mp4Writer(Path file, FrameSize size, int frames, Tracks tracks, BooleanSupplier cancelled) {
        FFmpeg.load();
        this.file = file;
        this.part = file.resolveSibling(file.getFileName() + ".part");
        this.frames = frames;
        this.cancelled = cancelled;
        container = new Mp4File(part);
        try {
            video = new VideoEncoder(container, size);
            audio = tracks.hasSound() ? new SoundEncoder(container) : null;
            subtitles = tracks.hasSubtitles() ? new SubtitleTrack(container, size) : null;
            container.begin();
            for (int i = 0; i < RING; i++) {
                AVFrame memory = VideoEncoder.allocate(size);
                Slot slot = new Slot(memory, VideoEncoder.view(memory));
                ring.add(slot);
                free.add(slot);
            }
        } catch (RuntimeException e) {
            container.close();
            deletePart();
            throw e;
        }
        encoder = Thread.ofPlatform().name("mp4-encoder").daemon().start(this::encode);
    }

    /// A frame to draw on. It still holds an older picture: every sample has to be written.
    ///
    /// @throws InterruptedException when the thread is interrupted while all frames wait to be encoded
    /// @throws CancellationException when the film has been cancelled
    /// @throws FilmException when the encoder has failed
    public Frame next() throws InterruptedException {
        while (true) {
            look(0);
            Slot slot = free.poll(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
            if (slot != null) {
                return slot.view;
            }
        }
    }

    /// Gives a frame drawn to the encoder. The caller must not touch it any more.
    public void write(Frame frame) {
        for (Slot slot : ring) {
            if (slot.view.equals(frame)) {
                drawn.add(slot);
                return;
            }
        }
        throw new IllegalArgumentException("this frame is not one of this writer's; take it from next()");
    }

    /// Gives the whole sound, one channel of samples from -1 to 1 at [#SAMPLE_RATE]. At any time before [#finish]. The
    /// array must not change afterwards.
    ///
    /// @param subtitles the dialogue, in order, for a film that has a track for it
    public void sound(float[] whole, List<Subtitle> subtitles) {
        lines.complete(subtitles);
        samples.complete(whole);
    }

    /// Waits until all is encoded and puts the film in its place.
    ///
    /// @throws InterruptedException when the thread is interrupted meanwhile
    /// @throws CancellationException when the film has been cancelled
    /// @throws FilmException when the film could not be written
    public void finish() throws InterruptedException {
        while (!look(LOOK_EVERY_MILLIS)) {
            Thread.onSpinWait();
        }
        try {
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new FilmException("cannot move the film to " + file + "; check that its folder is writable", e);
        }
        isFinished = true;
    }

    /// Looks how the encoder is doing: true when it has ended well.
    private boolean look(long waitMillis) throws InterruptedException {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException("the film " + file + " has been cancelled");
        }
        try {
            encoded.get(waitMillis, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException busy) {
            return false;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof FilmException failure) {
                throw failure;
            }
            throw new FilmException("the encoder failed on " + file, e.getCause());
        }
    }

    /// How long the picture's encoder has worked so far, by the clock, without its waiting for frames.
    public Duration encodingTime() {
        return Duration.ofNanos(busyNanos.get());
    }

    private void encode() {
        try {
            for (int number = 0; number < frames; number++) {
                Slot slot = drawn.take();
                long start = System.nanoTime();
                video.encode(slot.memory, number);
                busyNanos.addAndGet(System.nanoTime() - start);
                free.add(slot);
                if (audio != null && samples.isDone()) {
                    subtitles();
                    audio.encode(samples.get(), (number + 1L) * SAMPLE_RATE / Timeline.FRAMES_PER_SECOND);
                }
            }
            video.end();
            if (audio != null) {
                samples.get();
                subtitles();
                audio.encode(samples.get(), Long.MAX_VALUE);
                audio.end();
            }
            container.end();
            encoded.complete(null);
        } catch (InterruptedException stopped) {
            encoded.cancel(false); // by close(), which cleans up
        } catch (ExecutionException | RuntimeException | Error e) {
            encoded.completeExceptionally(e);
        }
    }

    /// Writes the dialogue once it is known.
    private void subtitles() throws InterruptedException, ExecutionException {
        if (subtitles != null && !areLinesWritten) {
            areLinesWritten = true;
            subtitles.write(lines.get(), frames * 1000L / Timeline.FRAMES_PER_SECOND);
        }
    }

    /// Ends the film. Before a [#finish] that went well this stops the encoder after the frame in hand and deletes
    /// what was written.
    @Override
    public void close() {
        encoder.interrupt();
        boolean wasInterrupted = false;
        while (encoder.isAlive()) {
            try {
                encoder.join();
            } catch (InterruptedException e) {
                wasInterrupted = true;
            }
        }
        video.close();
        if (audio != null) {
            audio.close();
        }
        container.close();
        ring.forEach(slot -> FFmpeg.free(slot.memory));
        ring.clear();
        if (wasInterrupted) {
            Thread.currentThread().interrupt();
        }
        if (!isFinished) {
            deletePart();
        }
    }

    private void deletePart() {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            throw new FilmException("cannot delete " + part + "; delete it by hand", e);
        }
    }
}
