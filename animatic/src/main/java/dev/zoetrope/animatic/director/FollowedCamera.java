package dev.zoetrope.animatic.director;

import dev.zoetrope.animatic.Brief;
import dev.zoetrope.animatic.Pose;
import dev.zoetrope.animatic.Timeline.Move;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Gives the shots of a film the way of a video's camera. Each shot takes a whole stretch between the video's cuts, one
/// after the other and then from the start again, made as long as the shot. A stretch that would have to be shown more
/// than twice as fast is gone through in parts instead.
final class FollowedCamera {
    /// Shorter stretches are flashes, of which nothing can be followed, in frames.
    private static final int LEAST_FRAMES = 12;

    private static final int FASTEST = 2;

    /// A key is left out where the straight way between its neighbours is no farther from it than this: a fifth of a
    /// pixel of a film of 1000.
    private static final double NEAR = 0.0002;

    private static final double NEAR_ROLL = 0.02;

    /// Less than this is no move, but noise.
    private static final double STANDS = 0.004;

    private static final double STANDS_ROLL = 0.25;

    /// Less than this is not worth a word.
    private static final double WORTH = 0.015;

    private final String title;
    private final double ratio;
    private final List<List<Pose>> stretches;
    private final int[] gone;
    private int next;

    /// @param index of the clip, from 0
    FollowedCamera(Brief.Clip clip, int index) {
        title = "Video " + (index + 1);
        ratio = (double) clip.frames().width() / clip.frames().height();
        stretches = clip.motion().stream()
                .filter(stretch -> stretch.size() >= LEAST_FRAMES)
                .toList();
        gone = new int[stretches.size()];
    }

    /// Whether there is any motion to follow.
    boolean moves() {
        return stretches.stream().anyMatch(stretch -> !stands(calmed(stretch)));
    }

    /// The move of the next shot.
    ///
    /// @param length of the shot in frames
    MoveChoice.Chosen next(int length) {
        if (stretches.isEmpty()) {
            return standing();
        }
        int which = next++ % stretches.size();
        List<Pose> stretch = stretches.get(which);
        int taken = Math.min(stretch.size(), Math.max(2, FASTEST * length));
        int from = gone[which] + taken <= stretch.size() ? gone[which] : 0;
        gone[which] = from + taken;
        List<Pose> poses = calmed(stretch.subList(from, from + taken));
        if (stands(poses)) {
            return standing();
        }
        return new MoveChoice.Chosen(
                new Move(Move.Kind.PATH, 1, Move.Easing.LINEAR, keys(poses)),
                "follows " + title + "'s camera (" + words(poses) + ")");
    }

    private MoveChoice.Chosen standing() {
        return new MoveChoice.Chosen(
                new Move(Move.Kind.STATIC, 0, Move.Easing.LINEAR), "follows " + title + "'s camera, which stands");
    }

    /// Told against their first, and each a little like its neighbours: what is left of the measuring's error goes.
    private List<Pose> calmed(List<Pose> poses) {
        var calmed = new ArrayList<Pose>();
        for (int i = 0; i < poses.size(); i++) {
            Pose before = poses.get(Math.max(0, i - 1));
            Pose after = poses.get(Math.min(poses.size() - 1, i + 1));
            boolean isEnd = i == 0 || i == poses.size() - 1;
            Pose calm = isEnd ? poses.get(i) : before.toward(after, 0.5).toward(poses.get(i), 0.5);
            calmed.add(calm.from(poses.getFirst(), ratio));
        }
        return calmed;
    }

    private static boolean stands(List<Pose> poses) {
        return poses.stream()
                .allMatch(pose -> Math.abs(pose.x()) < STANDS
                        && Math.abs(pose.y()) < STANDS
                        && Math.abs(pose.scale() - 1) < STANDS
                        && Math.abs(pose.roll()) < STANDS_ROLL);
    }

    /// The poses that cannot be left out.
    private static List<Move.Key> keys(List<Pose> poses) {
        var keys = new ArrayList<Move.Key>();
        int last = poses.size() - 1;
        keys.add(new Move.Key(0, Pose.START));
        int from = 0;
        while (from < last) {
            int to = from + 1;
            while (to < last && isStraight(poses, from, to + 1)) {
                to++;
            }
            keys.add(new Move.Key(rounded((double) to / last, 6), rounded(poses.get(to))));
            from = to;
        }
        return keys;
    }

    private static boolean isStraight(List<Pose> poses, int from, int to) {
        for (int i = from + 1; i < to; i++) {
            Pose between = poses.get(from).toward(poses.get(to), (double) (i - from) / (to - from));
            Pose pose = poses.get(i);
            boolean isNear = Math.abs(between.x() - pose.x()) < NEAR
                    && Math.abs(between.y() - pose.y()) < NEAR
                    && Math.abs(between.scale() - pose.scale()) < NEAR
                    && Math.abs(between.roll() - pose.roll()) < NEAR_ROLL;
            if (!isNear) {
                return false;
            }
        }
        return true;
    }

    /// As it stands in a timeline, so that what is written is what is shot; no farther than one may be.
    private static Pose rounded(Pose pose) {
        return new Pose(
                rounded(Math.clamp(pose.x(), -20, 20), 5),
                rounded(Math.clamp(pose.y(), -20, 20), 5),
                rounded(Math.clamp(pose.scale(), 0.05, 20), 5),
                rounded(Math.clamp(pose.roll(), -45, 45), 3));
    }

    private static double rounded(double value, int digits) {
        double unit = StrictMath.pow(10, digits);
        return Math.round(value * unit) / unit;
    }

    /// Where it ends, or that it only wanders.
    private static String words(List<Pose> poses) {
        Pose end = poses.getLast();
        var words = new ArrayList<String>();
        add(words, Math.abs(end.x()), end.x() > 0 ? "pan right" : "pan left");
        add(words, Math.abs(end.y()), end.y() > 0 ? "tilt down" : "tilt up");
        add(words, Math.abs(end.scale() > 1 ? end.scale() - 1 : 1 / end.scale() - 1), end.scale() > 1 ? "in" : "out");
        if (Math.abs(end.roll()) >= 1) {
            words.add(String.format(
                    Locale.ROOT,
                    "roll %.0f° %s",
                    Math.abs(end.roll()),
                    end.roll() > 0 ? "clockwise" : "anticlockwise"));
        }
        return words.isEmpty() ? "it sways" : String.join(", ", words);
    }

    private static void add(List<String> words, double far, String which) {
        if (far >= WORTH) {
            words.add(String.format(Locale.ROOT, "%s %.0f %%", which, 100 * far));
        }
    }
}
