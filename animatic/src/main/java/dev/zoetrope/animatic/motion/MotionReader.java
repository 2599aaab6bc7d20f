package dev.zoetrope.animatic.motion;

import dev.zoetrope.animatic.Pose;
import dev.zoetrope.animatic.Timeline;
import dev.zoetrope.animatic.media.VideoReader;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/// Recovers the way of a video's camera. Each frame is laid over a key frame that shows enough of the same, so that
/// errors do not add up from frame to frame; where nothing fits any more, there is a cut.
///
/// What it finds is the motion of most of the picture. A camera that goes through a room changes the perspective as
/// well, which is not told here. The same file gives the same numbers on any machine.
public final class MotionReader {
    /// A key frame is given up when less than this share of a frame is in it.
    private static final double LEAST_OVERLAP = 0.62;

    /// Or when it shows things this much larger or smaller.
    private static final double MOST_SCALE = 1.3;

    /// Or when it is less like it than this.
    private static final double ALIKE = 0.8;

    /// From here on another way is tried to lay the frames over each other.
    private static final double DOUBTFUL = 0.85;

    /// Below this the frames show something else: a cut.
    private static final double UNLIKE = 0.55;

    /// A frame with less contrast, in grey levels, is black or blank and shows no motion.
    private static final double BLANK = 1.5;

    /// A frame that differs less from the one before is the same again.
    private static final double SAME = 0.15;

    /// The same picture for longer than this stands still; for less the file has fewer pictures than frames.
    private static final double STANDS = 0.13;

    private final VideoReader video;
    private final Alignment alignment = new Alignment();
    private final List<List<Pose>> stretches = new ArrayList<>();
    private final int width;
    private final int height;
    private List<Sample> samples = new ArrayList<>();

    /// Where the camera was at a time, against the stretch's first frame.
    private record Sample(double seconds, Warp warp, boolean isSame) {}

    /// What the frames are laid over.
    ///
    /// @param whole where its pixels lie in the stretch's first frame
    private record Key(GreyFrame frame, Warp whole) {}

    private MotionReader(VideoReader video) {
        this.video = video;
        double scale = (double) GreyFrame.SIDE
                / Math.max(video.facts().width(), video.facts().height());
        width = Math.max(VideoReader.MIN_SIDE, (int) Math.round(video.facts().width() * scale));
        height = Math.max(VideoReader.MIN_SIDE, (int) Math.round(video.facts().height() * scale));
    }

    /// Reads a video to its end. Takes about a third of the time it plays. Blocking, on the calling thread.
    ///
    /// @param video opened and not yet read
    /// @param cancelled asked at each frame
    /// @return for each stretch between cuts a pose for each 24th of a second, the first being [Pose#START]
    /// @throws CancellationException when it is no longer wanted
    public static List<List<Pose>> read(VideoReader video, BooleanSupplier cancelled) {
        return new MotionReader(video).read(cancelled);
    }

    private List<List<Pose>> read(BooleanSupplier cancelled) {
        if (!video.next()) {
            return List.of();
        }
        GreyFrame before = frame();
        Key key = new Key(before, Warp.NONE);
        begin();
        Warp step = Warp.NONE;
        while (video.next()) {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException("the reading of a video's motion has been cancelled");
            }
            GreyFrame now = frame();
            Warp last = samples.getLast().warp;
            if (now.difference(before) < SAME || now.finest().contrast() < BLANK) {
                samples.add(new Sample(video.seconds(), last, true));
                continue;
            }
            Warp guess = key.whole.inverse().after(last).after(step);
            Alignment.Found found = alignment.align(key.frame, now, guess);
            if (isWorn(found)) {
                key = new Key(before, last);
                found = best(before, now, step);
            }
            if (found.likeness() < UNLIKE) {
                end();
                begin();
                key = new Key(now, Warp.NONE);
                step = Warp.NONE;
            } else {
                Warp whole = key.whole.after(found.warp());
                step = last.inverse().after(whole);
                samples.add(new Sample(video.seconds(), whole, false));
            }
            before = now;
        }
        end();
        return List.copyOf(stretches);
    }

    private GreyFrame frame() {
        return GreyFrame.of(video.picture(width, height));
    }

    private static boolean isWorn(Alignment.Found found) {
        double scale = found.warp().scale();
        return !(found.overlap() >= LEAST_OVERLAP
                && found.likeness() >= ALIKE
                && scale < MOST_SCALE
                && scale > 1 / MOST_SCALE);
    }

    /// One frame over the one before it, in all the ways that there are to guess.
    private Alignment.Found best(GreyFrame before, GreyFrame now, Warp step) {
        Alignment.Found best = alignment.align(before, now, step);
        if (best.likeness() >= DOUBTFUL && isPossible(best)) {
            return best;
        }
        for (Warp guess : List.of(Warp.NONE, Alignment.shift(before, now))) {
            Alignment.Found other = alignment.align(before, now, guess);
            if (isPossible(other) && (!isPossible(best) || other.likeness() > best.likeness())) {
                best = other;
            }
        }
        return isPossible(best) ? best : new Alignment.Found(Warp.NONE, -1, 0);
    }

    /// No camera goes twice as near from one frame to the next.
    private static boolean isPossible(Alignment.Found found) {
        double scale = found.warp().scale();
        return scale > 0.6 && scale < 1.7;
    }

    private void begin() {
        samples = new ArrayList<>();
        samples.add(new Sample(video.seconds(), Warp.NONE, false));
    }

    /// Ends a stretch: its samples become a pose for each of the film's frames.
    private void end() {
        List<Sample> kept = withoutRepeats();
        double first = samples.getFirst().seconds;
        double last = samples.getLast().seconds;
        int count = 1 + (int) Math.round((last - first) * Timeline.FRAMES_PER_SECOND);
        var poses = new ArrayList<Pose>();
        int at = 0;
        for (int i = 0; i < count; i++) {
            double seconds = first + (double) i / Timeline.FRAMES_PER_SECOND;
            while (at + 1 < kept.size() && kept.get(at + 1).seconds <= seconds) {
                at++;
            }
            Pose here = pose(kept.get(at).warp);
            if (at + 1 < kept.size()) {
                double gap = kept.get(at + 1).seconds - kept.get(at).seconds;
                here = here.toward(pose(kept.get(at + 1).warp), (seconds - kept.get(at).seconds) / gap);
            }
            poses.add(here);
        }
        stretches.add(List.copyOf(poses));
    }

    /// A picture shown twice says nothing about the camera; one that stands for long says that it stood.
    private List<Sample> withoutRepeats() {
        var kept = new ArrayList<Sample>();
        for (int i = 0; i < samples.size(); i++) {
            Sample sample = samples.get(i);
            if (sample.isSame) {
                int end = i;
                while (end + 1 < samples.size() && samples.get(end + 1).isSame) {
                    end++;
                }
                boolean isLast = end + 1 == samples.size();
                if (isLast || samples.get(end).seconds - samples.get(i - 1).seconds > STANDS) {
                    kept.add(samples.get(end));
                }
                i = end;
            } else {
                kept.add(sample);
            }
        }
        return kept;
    }

    private Pose pose(Warp warp) {
        return new Pose(
                warp.x() / width,
                warp.y() / height,
                1 / warp.scale(),
                StrictMath.toDegrees(StrictMath.atan2(warp.b(), warp.a())));
    }
}
