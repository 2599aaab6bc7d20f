package dev.zoetrope.animatic.camera;

import dev.zoetrope.animatic.Brief;
import dev.zoetrope.animatic.FrameSize;
import dev.zoetrope.animatic.Life;
import dev.zoetrope.animatic.Quad;
import dev.zoetrope.animatic.Timeline;
import dev.zoetrope.animatic.scene.Layer;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// One shot, ready to be filmed: its plate, the way of the camera over it, and what stands still before it. Does not
/// change, so any number of lenses may look at it.
final class Take {
    /// A panel that is finer than the film is printed this much larger than the film, so that its details do
    /// not flicker between sharp and soft as they pass over the pixels. Not for a camera that rolls or turns:
    /// the longer filter would cost too much there, and the flicker is lost in the shaking.
    private static final double FINE_PRINT = 1.25;

    /// From so many panel pixels for one of the film's on a panel counts as fine.
    private static final double FINE = 0.75;

    /// The most plate samples for one of the film's, to bound memory in very deep moves.
    private static final double MAX_STEP = 2.5;

    /// Frames at which the window is tried for the plate's extent; moves are smooth.
    private static final int TRIES = 97;

    /// Frames that life takes to come into a first frame, and to go out of a last one.
    private static final int COMING = 24;

    private final FrameSize size;
    private final CameraPath path;
    private final @Nullable Reel reel;
    private final Enlarger.Area area;
    private final double fineness;
    private final Plate plate;
    private final @Nullable Layers layers;
    private final Foreground before;
    private final Seen seen;
    private final Life life;
    private final long seed;
    private final Palette palette;
    private final Quad.Point glow;
    private final Quad.Point subject;

    /// How it is seen.
    ///
    /// @param span frames for which it is
    /// @param size of the film
    /// @param life what moves before it
    /// @param seed of what is random in that
    /// @param role of its picture: a first frame begins, and a last one ends, without life, exactly as it was given
    /// @param reel what plays, or null for a picture that stands
    record Seen(
            int span,
            FrameSize size,
            Life life,
            long seed,
            Brief.Role role,
            @Nullable Reel reel) {}

    /// What is filmed before the panel.
    ///
    /// @param sheets of a drawn scene, from far to near
    /// @param overlay what stands still before all, or null
    record Foreground(List<CardLayer> sheets, @Nullable Overlay overlay) {
        /// The panel alone.
        static final Foreground NONE = new Foreground(List.of(), null);
    }

    /// A clip that plays before the camera. Safe for any number of threads.
    interface Reel {
        /// The picture at a frame of the shot, each of the same size.
        Upright at(int frame);

        /// The first frame that shows what a frame shows: the same again and again once the clip is over.
        int shown(int frame);
    }

    /// @param panel what is filmed; of a clip the first frame
    /// @param path over it; a deep one needs a cutout
    /// @param cutout what stands before its background, or null for a flat panel
    /// @param before what is filmed before it
    /// @param seen how
    /// @param buffers for printing, free again afterwards
    Take(
            Upright panel,
            CameraPath path,
            @Nullable Cutout cutout,
            Foreground before,
            Seen seen,
            Enlarger.Buffers buffers) {
        this.reel = seen.reel;
        this.seen = seen;
        this.life = seen.life;
        this.seed = seen.seed;
        this.size = seen.size;
        this.path = path;
        this.subject = path.subject();
        this.before = before;
        this.fineness = fineness(path, seen);
        this.area = area(panel, path, seen, fineness);
        this.plate = new Enlarger(panel, area, fineness).print(buffers);
        this.palette = Palette.of(plate);
        double fine = plate.scale();
        this.glow = new Quad.Point(
                plate.left() + palette.glowX() * plate.planes()[0].width() / fine,
                plate.top() + palette.glowY() * plate.planes()[0].height() / fine);
        this.layers = cutout == null || !path.isDeep() ? null : Layers.of(plate, panel, cutout, !path.isUpright());
    }

    /// What is seen at the frames at which it is tried, of what is before and of what lies behind.
    private static List<Window> windows(CameraPath path, Seen seen) {
        int count = path.isJerky() ? seen.span : TRIES;
        return IntStream.range(0, 2 * count)
                .mapToObj(i -> {
                    int frame = (int) Math.round((double) (i % count) * (seen.span - 1) / Math.max(1, count - 1));
                    return i < count ? path.at(frame) : path.behind(frame);
                })
                .toList();
    }

    private static double fineness(CameraPath path, Seen seen) {
        List<Window> windows = windows(path, seen);
        boolean isFine =
                windows.stream().allMatch(window -> window.isStraight() && window.width() / seen.size.width() >= FINE);
        return isFine ? FINE_PRINT : 1;
    }

    private static Enlarger.Area area(Upright panel, CameraPath path, Seen seen, double fineness) {
        FrameSize size = seen.size;
        double left = panel.width();
        double top = panel.height();
        double right = 0;
        double bottom = 0;
        double narrowest = Double.MAX_VALUE;
        double widest = 0;
        for (Window window : windows(path, seen)) {
            // Rolled and turned frames reach a little beyond the upright window.
            double reach = window.isStraight() ? 0.5 : 0.6 + 0.5 * Math.abs(StrictMath.sin(window.roll()));
            double height = window.width() / size.ratio();
            left = Math.min(left, window.x() - reach * window.width());
            right = Math.max(right, window.x() + reach * window.width());
            double tall = reach * Math.max(1, window.isStraight() ? 1 : rolledHeight(window, size));
            top = Math.min(top, window.y() - tall * height);
            bottom = Math.max(bottom, window.y() + tall * height);
            narrowest = Math.min(narrowest, window.width());
            widest = Math.max(widest, window.width());
        }
        left = Math.max(0, left);
        top = Math.max(0, top);
        right = Math.min(panel.width(), right);
        bottom = Math.min(panel.height(), bottom);
        double scale = Math.min(size.width() / narrowest * fineness, MAX_STEP * size.width() / widest);
        int width = Math.max(1, (int) Math.round((right - left) * scale));
        int height = Math.max(1, (int) Math.round((bottom - top) * scale));
        return new Enlarger.Area(left, top, scale, width, height);
    }

    /// How much taller a rolled frame is than an upright one, as its long side rises.
    private static double rolledHeight(Window window, FrameSize size) {
        return StrictMath.cos(window.roll()) + size.ratio() * Math.abs(StrictMath.sin(window.roll()));
    }

    /// Whether a clip plays.
    boolean isPlaying() {
        return reel != null;
    }

    /// The first frame of the shot that shows the same plate as a frame.
    int shown(int frame) {
        return reel == null ? 0 : reel.shown(frame);
    }

    /// Prints the plate of one frame of a clip.
    Plate printed(int frame, Enlarger.Buffers buffers) {
        return reel == null ? plate : new Enlarger(reel.at(frame), area, fineness).print(buffers);
    }

    /// Whether anything but the camera moves.
    boolean isAlive() {
        return life != Life.NONE;
    }

    /// Whether all frames are alike when the camera stands.
    boolean isStill() {
        return life == Life.NONE
                && before.sheets().stream().allMatch(layer -> layer.drift().equals(Layer.Drift.NONE));
    }

    /// Draws what moves before the picture in a frame.
    void stir(int frame, Air air) {
        Window window = path.at(frame);
        double unit = size.width() / window.width();
        var place = new Quad.Point(
                (glow.x() - window.x()) * unit + 0.5 * size.width(),
                (glow.y() - window.y()) * unit + 0.5 * size.height());
        air.stir(life, palette, window, place, path.seconds(frame), seed);
        int since = switch (seen.role) {
            case FIRST_FRAME -> frame;
            case LAST_FRAME -> seen.span - 1 - frame;
            case REFERENCE -> COMING;
        };
        if (since < COMING) {
            air.weaken((float) Math.max(0, since) / COMING);
        }
    }

    /// Where the subject is seen in a frame: right of and below its middle, in frame widths and heights.
    Quad.Point place(int frame) {
        Window window = path.at(frame);
        return new Quad.Point(
                (subject.x() - window.x()) / window.width(),
                (subject.y() - window.y()) * size.ratio() / window.width());
    }

    /// The window of a frame of the shot, from 0: that of what is nearest.
    Window window(int frame) {
        return path.at(frame);
    }

    /// The window through which the plate is seen in a frame: what lies behind, or all of a flat panel.
    Window behind(int frame) {
        return path.behind(frame);
    }

    /// What stands before the plate, or null.
    @Nullable
    Layers layers() {
        return layers;
    }

    FrameSize size() {
        return size;
    }

    Plate plate() {
        return plate;
    }

    @Nullable
    Overlay overlay() {
        return before.overlay();
    }

    /// The sheets of a drawn scene before the plate, from far to near.
    List<CardLayer> sheets() {
        return before.sheets();
    }

    /// The window of a frame onto one of the sheets.
    Window window(int frame, CardLayer layer) {
        return layer.window(path.at(frame), path.seconds(frame), (double) seen.span / Timeline.FRAMES_PER_SECOND);
    }
}
