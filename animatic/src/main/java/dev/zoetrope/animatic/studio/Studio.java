package dev.zoetrope.animatic.studio;

import dev.zoetrope.animatic.Brief;
import dev.zoetrope.animatic.Extras;
import dev.zoetrope.animatic.Soundtrack;
import dev.zoetrope.animatic.Timeline;
import dev.zoetrope.animatic.camera.CameraCrew;
import dev.zoetrope.animatic.media.Mp4Writer;
import dev.zoetrope.animatic.media.Tracks;
import dev.zoetrope.animatic.sound.Recording;
import dev.zoetrope.animatic.sound.Score;
import dev.zoetrope.animatic.sound.SoundFont;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// Makes the film of a timeline: camera, music and encoder at work side by side.
///
/// The same brief and timeline give the same bytes. Safe for any number of threads; each film works on its own.
public final class Studio {
    /// The picture is nearly all of the work; what is left is for the encoder to catch up.
    private static final double SHARE_OF_SHOOTING = 0.97;

    /// More would only wait for the encoder, and each has a frame of its own in native memory.
    static final int MOST_CAMERAS = 4;

    /// Plays on its own and is not waited for when the film is called off: a cancel is to be heard at once, and all
    /// that
    /// the music leaves is an array.
    private static final Executor MUSICIAN =
            task -> Thread.ofVirtual().name("score").start(task);

    private final @Nullable SoundFont font;

    /// A studio with the band of the house.
    public Studio() {
        this(null);
    }

    /// A studio with recorded instruments.
    ///
    /// @param font null for the band of the house
    public Studio(@Nullable SoundFont font) {
        this.font = font;
    }

    /// Makes a film. Blocking, for about as long as the encoder needs.
    ///
    /// @param brief whose references the timeline shows
    /// @param timeline the plan
    /// @param file where the film will be; one that exists is replaced once the new one is whole
    /// @param progress told of each frame, and asked whether to go on
    /// @return the film, with the times it took
    /// @throws CancellationException when the progress or an interrupt called it off; nothing is left of the film
    /// @throws dev.zoetrope.animatic.media.FilmException when the film cannot be written
    public Film shoot(Brief brief, Timeline timeline, Path file, Progress progress) {
        return shoot(brief, timeline, null, file, progress);
    }

    /// Makes a film with a sound track that was given.
    ///
    /// @param recording heard in place of music; null for music of our own
    /// @see #shoot(Brief, Timeline, Path, Progress)
    public Film shoot(Brief brief, Timeline timeline, @Nullable Recording recording, Path file, Progress progress) {
        Clock whole = new Clock();
        List<Film.Stage> stages = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        boolean hasSound = timeline.sound() != null;
        try (Mp4Writer writer =
                new Mp4Writer(file, timeline.size(), timeline.frames(), tracks(timeline), progress::cancelled)) {
            CompletableFuture<Scored> score = hasSound
                    ? CompletableFuture.supplyAsync(() -> score(timeline, recording, writer), MUSICIAN)
                    : CompletableFuture.completedFuture(new Scored(new Film.Stage("score", Duration.ZERO), List.of()));
            stages.add(film(brief, timeline, writer, progress));
            stages.add(score.join().stage());
            notes.addAll(score.join().notes());
            Clock rest = new Clock();
            writer.finish();
            stages.add(new Film.Stage("finish", rest.time()));
            progress.share(1);
            stages.add(new Film.Stage("encode", writer.encodingTime()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw called(file, e);
        } catch (CompletionException e) {
            throw new IllegalStateException("the music failed for seed " + timeline.seed(), e.getCause());
        }
        stages.add(new Film.Stage("whole", whole.time()));
        try {
            return new Film(file, Files.size(file), stages, notes);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the film just written to " + file, e);
        }
    }

    private static CancellationException called(Path file, InterruptedException cause) {
        CancellationException called = new CancellationException("the film " + file + " was interrupted");
        called.initCause(cause);
        return called;
    }

    private static Tracks tracks(Timeline timeline) {
        if (timeline.sound() == null) {
            return Tracks.PICTURE;
        }
        boolean isSilent =
                timeline.shots().stream().allMatch(shot -> shot.lines().isEmpty());
        // What stands in the picture is not offered again.
        isSilent |= timeline.extras().captions() == Extras.Captions.BURNT;
        return isSilent ? Tracks.PICTURE_AND_SOUND : Tracks.PICTURE_SOUND_AND_SUBTITLES;
    }

    private record Scored(Film.Stage stage, List<String> notes) {}

    private Scored score(Timeline timeline, @Nullable Recording recording, Mp4Writer writer) {
        Clock clock = new Clock();
        Soundtrack track = Score.perform(timeline, recording, font);
        writer.sound(track.samples(), track.captions());
        return new Scored(new Film.Stage("score", clock.time()), track.notes());
    }

    /// Shoots with one camera per core. Each frame depends on its number alone, and they are handed to the encoder in
    /// order, so the film is the same with any number of cameras.
    private static Film.Stage film(Brief brief, Timeline timeline, Mp4Writer writer, Progress progress)
            throws InterruptedException {
        int count = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MOST_CAMERAS);
        try (var cameras = new CameraCrew(brief, timeline, count)) {
            Deque<CameraCrew.Shooting> under = new ArrayDeque<>();
            for (int i = 0; i < timeline.frames(); i++) {
                if (under.size() == count) {
                    hand(under.removeFirst(), writer, timeline, progress);
                }
                under.add(cameras.shoot(i, writer.next()));
            }
            while (!under.isEmpty()) {
                hand(under.removeFirst(), writer, timeline, progress);
            }
            return new Film.Stage("shoot", cameras.workingTime().dividedBy(count));
        }
    }

    private static void hand(CameraCrew.Shooting shooting, Mp4Writer writer, Timeline timeline, Progress progress)
            throws InterruptedException {
        writer.write(shooting.await());
        progress.share(SHARE_OF_SHOOTING * (shooting.number() + 1) / timeline.frames());
    }

    private record Clock(long start) {
        Clock() {
            this(System.nanoTime());
        }

        Duration time() {
            return Duration.ofNanos(System.nanoTime() - start);
        }
    }
}
