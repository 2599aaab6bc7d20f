package dev.zoetrope.animatic.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zoetrope.animatic.Brief;
import dev.zoetrope.animatic.FrameSize;
import dev.zoetrope.animatic.MovingPicture;
import dev.zoetrope.animatic.Picture;
import dev.zoetrope.animatic.Sound;
import dev.zoetrope.animatic.TestPictures;
import dev.zoetrope.animatic.Timeline;
import dev.zoetrope.animatic.Timeline.Line;
import dev.zoetrope.animatic.Timeline.Move;
import dev.zoetrope.animatic.Timeline.Shot;
import dev.zoetrope.animatic.Timeline.Transition;
import dev.zoetrope.animatic.Timeline.View;
import dev.zoetrope.animatic.camera.Scenes;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A film that is called off in the middle is not worked on any more: told by the frames that are still looked at, and
/// by what lies in the folder.
class CancelTest {
    private static final FrameSize SIZE = new FrameSize(640, 360);

    private static final int FRAMES = 361;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"0, true", "20, true", "200, true", "20, false", "355, true"})
    void no_frame_is_begun_after_a_cancel_and_nothing_is_left(int when, boolean hasSound) {
        var watched = new Watched(when);
        Sound sound = hasSound ? Scenes.music(Sound.Mood.TENSE, FRAMES) : null;
        var line = new Line(0, 60, "Ann", "We have to go before the rain comes.");
        var shot = new Shot(
                1,
                0,
                FRAMES,
                new View.Clip(0, 0),
                new Move(Move.Kind.STATIC, 0, Move.Easing.LINEAR),
                Transition.CUT,
                List.of(line),
                "");
        var timeline = new Timeline(Timeline.VERSION, SIZE, FRAMES, 5, List.of(shot), sound);
        var brief = new Brief("", List.of(), SIZE, FRAMES, 5, hasSound, List.of(new Brief.Clip(watched, List.of())));

        assertThatThrownBy(() -> new Studio().shoot(brief, timeline, folder.resolve("off.mp4"), watched))
                .isInstanceOf(CancellationException.class);

        assertThat(watched.afterwards).hasSizeLessThanOrEqualTo(Studio.MOST_CAMERAS);
        assertThat(watched.looksAfterwards).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    /// A clip that calls the film off when one of its frames is asked for, and counts those begun later.
    private static final class Watched implements MovingPicture, Progress {
        private final int when;
        private final Set<Integer> afterwards = ConcurrentHashMap.newKeySet();
        private final Set<Double> looksAfterwards = ConcurrentHashMap.newKeySet();
        private volatile boolean isOff;
        private volatile boolean isHeard;

        Watched(int when) {
            this.when = when;
        }

        @Override
        public int width() {
            return SIZE.width();
        }

        @Override
        public int height() {
            return SIZE.height();
        }

        @Override
        public int frames() {
            return FRAMES;
        }

        @Override
        public Picture frame(int number) {
            if (isHeard) {
                afterwards.add(number);
            }
            if (number >= when) {
                isOff = true;
            }
            return TestPictures.flat(SIZE.width(), SIZE.height(), 0x010101 * (number % 200));
        }

        @Override
        public void share(double share) {
            if (isHeard) {
                looksAfterwards.add(share);
            }
        }

        @Override
        public boolean cancelled() {
            isHeard |= isOff;
            return isOff;
        }
    }
}
