package dev.zoetrope.animatic.camera;

import dev.zoetrope.animatic.Brief;
import dev.zoetrope.animatic.Frame;
import dev.zoetrope.animatic.Timeline;
import dev.zoetrope.animatic.Timeline.Shot;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Films a timeline, frame by frame: [Frame] tells the colours. Moves are smooth below the pixel, the picture
/// always fills the frame, and nothing outside a panel is ever seen.
///
/// The same timeline gives the same samples, in any order of asking; asking forward is fastest, since the shots
/// in sight are kept and no others. One thread at a time.
public final class Camera {
    private final Takes takes;
    private final Timeline timeline;
    private final Lens lens = new Lens();
    private final Lens lensBefore = new Lens();
    private final float[] row;
    private final float[] under;
    private final byte[] bytes;
    private final Crossing crossing;
    private @Nullable Morph morph;
    private int at;
    private @Nullable Frame still;
    private @Nullable Take stillOf;
    private @Nullable Overlay caption;

    /// @param brief whose references the timeline shows
    /// @param timeline the plan
    public Camera(Brief brief, Timeline timeline) {
        this(new Takes(brief, timeline));
    }

    /// A camera beside others on the same takes.
    Camera(Takes takes) {
        this.takes = takes;
        this.timeline = takes.timeline();
        int width = timeline.size().width();
        row = new float[width];
        under = new float[width];
        bytes = new byte[width];
        crossing = new Crossing(width);
    }

    /// Films one frame.
    ///
    /// @param number from 0
    /// @param frame of the timeline's size; every sample is written
    /// @return index of the shot it belongs to, from 0
    /// @throws IllegalArgumentException when the number or the size is not the timeline's, or a view
    ///     shows a reference the brief does not have
    public int shoot(int number, Frame frame) {
        if (number < 0 || number >= timeline.frames()) {
            throw new IllegalArgumentException(
                    "frame " + number + " is not in this film of " + timeline.frames() + " frames");
        }
        if (!frame.size().equals(timeline.size())) {
            throw new IllegalArgumentException("the frame is " + frame.size() + ", the film " + timeline.size());
        }
        int index = shotAt(number);
        takes.leaveBehind(index);
        Shot shot = timeline.shots().get(index);
        int local = number - shot.start();
        var seen = new Seen(takes.take(index), local);
        caption = takes.captions().at(number);
        double share = share(shot, local);
        double light = light(shot, local);
        boolean isCrossing = share < 1 && shot.transition().kind().overlaps() && index > 0;
        // A shot that has gone down to black stays there: what follows comes out of it.
        boolean isDark = isCrossing && timeline.shots().get(index - 1).fadeOut() > 0;
        if (isCrossing && !isDark) {
            int since = timeline.shots().get(index - 1).start();
            var before = new Seen(takes.take(index - 1), number - since);
            if (shot.transition().kind() == Timeline.Transition.Kind.MORPH && takes.isSameSetUp(index)) {
                morph(frame, before, seen, index, share);
            } else {
                cross(frame, before, seen, shot.transition(), share);
            }
        } else if (share < 1 || light < 1) {
            expose(frame, seen, (float) Math.min(share, light));
        } else if (stands(shot, seen.take())) {
            exposeStill(frame, seen);
        } else {
            expose(frame, seen, 1);
        }
        return index;
    }

    /// Whether a shot's frames are all alike.
    private boolean stands(Shot shot, Take take) {
        return shot.move().kind() == Timeline.Move.Kind.STATIC
                && take.isStill()
                && !take.isPlaying()
                && caption == null;
    }

    /// A take at one of its frames, from 0.
    private record Seen(Take take, int frame) {}

    /// A camera that stands needs one exposure for all frames.
    private void exposeStill(Frame frame, Seen seen) {
        if (still == null || !seen.take.equals(stillOf)) {
            still = Frame.onHeap(timeline.size());
            stillOf = seen.take;
            expose(still, seen, 1);
        }
        still.copyTo(frame);
    }

    private int shotAt(int number) {
        List<Shot> shots = timeline.shots();
        while (number < shots.get(at).start()) {
            at--;
        }
        while (number >= shots.get(at).end()) {
            at++;
        }
        return at;
    }

    /// How much of a shot is there at one of its frames. A dissolve starts with a little of the new picture; a
    /// fade starts with none.
    private static double share(Shot shot, int frame) {
        int length = Math.min(shot.transition().frames(), shot.length());
        if (frame >= length) {
            return 1;
        }
        return switch (shot.transition().kind()) {
            case CUT, MATCH_CUT -> 1;
            case DISSOLVE, WIPE, WHIP, MORPH -> (frame + 1.0) / (length + 1);
            case FADE_FROM_BLACK -> (double) frame / length;
        };
    }

    /// How much light is left at one of a shot's frames; the last of a fade has none.
    private static double light(Shot shot, int frame) {
        int left = shot.length() - 1 - frame;
        return left < shot.fadeOut() ? (double) left / shot.fadeOut() : 1;
    }

    /// Writes every sample: `share` of the take over black.
    private void expose(Frame frame, Seen seen, float share) {
        for (int plane = 0; plane < Frame.PLANES; plane++) {
            int width = frame.width(plane);
            lens.aim(seen.take, seen.frame, plane);
            for (int y = 0; y < frame.height(plane); y++) {
                lens.row(y, row);
                if (share < 1) {
                    fade(row, plane == 0 ? 16 : 128, share, width);
                }
                write(plane, y);
                develop(row, bytes, plane == 0 ? 235 : 240, width);
                frame.row(plane, y, bytes);
            }
        }
    }

    /// Writes every sample: of two takes, as one goes over into the other.
    private void cross(Frame frame, Seen before, Seen seen, Timeline.Transition transition, double share) {
        double step = 1.0 / (transition.frames() + 1);
        for (int plane = 0; plane < Frame.PLANES; plane++) {
            int width = frame.width(plane);
            lens.aim(seen.take, seen.frame, plane);
            lensBefore.aim(before.take, before.frame, plane);
            for (int y = 0; y < frame.height(plane); y++) {
                lens.row(y, row);
                lensBefore.row(y, under);
                crossing.cross(transition.kind(), under, row, width, share, step);
                write(plane, y);
                develop(row, bytes, plane == 0 ? 235 : 240, width);
                frame.row(plane, y, bytes);
            }
        }
    }

    /// Lays the words of the moment over a row.
    private void write(int plane, int y) {
        if (caption != null) {
            caption.lay(plane, y, row);
        }
    }

    /// Writes every sample: of two takes, as what has moved between them travels.
    private void morph(Frame frame, Seen before, Seen seen, int index, double share) {
        Morph bending = morph == null ? new Morph(timeline.size()) : morph;
        morph = bending;
        Flow flow = takes.flow(index, () -> flow(bending, index));
        for (int plane = 0; plane < Frame.PLANES; plane++) {
            lens.aim(seen.take, seen.frame, plane);
            lensBefore.aim(before.take, before.frame, plane);
            bending.see(lensBefore, lens, frame.height(plane));
            for (int y = 0; y < frame.height(plane); y++) {
                bending.row(flow, frame, plane, y, share, row);
                write(plane, y);
                develop(row, bytes, plane == 0 ? 235 : 240, frame.width(plane));
                frame.row(plane, y, bytes);
            }
        }
    }

    /// From the shot before to this one, in the middle of their transition, when both are seen alike.
    private Flow flow(Morph bending, int index) {
        int middle = timeline.shots().get(index).transition().frames() / 2;
        lens.aim(takes.take(index), middle, 0);
        lensBefore.aim(takes.take(index - 1), timeline.shots().get(index - 1).length() + middle, 0);
        bending.see(lensBefore, lens, timeline.size().height());
        return bending.flow();
    }

    // Small methods with one loop each, which the compiler can make vectors of.

    private static void fade(float[] row, float black, float share, int width) {
        for (int x = 0; x < width; x++) {
            row[x] = black + share * (row[x] - black);
        }
    }

    /// Rounds to code values within the limited range. The range is kept before the cast: the other way round it is no
    /// vector.
    private static void develop(float[] row, byte[] bytes, float white, int width) {
        for (int x = 0; x < width; x++) {
            bytes[x] = (byte) (int) Math.max(16f, Math.min(white, row[x] + 0.5f));
        }
    }
}
