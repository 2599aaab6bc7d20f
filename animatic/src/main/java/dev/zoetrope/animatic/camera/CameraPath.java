package dev.zoetrope.animatic.camera;

import dev.zoetrope.animatic.Quad;
import dev.zoetrope.animatic.Timeline.Move;
import org.jspecify.annotations.Nullable;

/// The way of the camera over one panel. It never leaves the panel: where a move needs room that the panel does not
/// have beside the film's frame, the camera goes a little nearer.
///
/// A push in starts, and a pull out ends, on the whole picture as the film's ratio crops it.
final class CameraPath {
    /// The picture turns by this many radians on either side for each unit of an orbit's amount.
    private static final double ORBIT_TURN = 1.4;

    /// A cut on the subject may show so much less of the picture's width.
    private static final double MOST_LESS = 0.2;

    /// A push goes nearer about a point at most so far from the middle, in window widths: beyond that it looks as if
    /// the
    /// picture were pulled away.
    private static final double MOST_ASIDE = 0.3;

    /// Near and far go apart by no more than this share of the width: more would show too much of what nobody
    /// has drawn.
    private static final double MOST_APART = 0.03;

    private final Move move;
    private final Ground ground;
    private final double ratio;
    private final Span span;
    private final Course course;
    private final Sway sway;
    private final Aside aside;
    private final @Nullable FollowedPath followed;
    private final double depth;

    /// @param move what to do
    /// @param ground over which the camera goes
    /// @param ratio of the film
    /// @param span frames for which the shot is seen and the seed of its shaking
    CameraPath(Move move, Ground ground, double ratio, Span span) {
        this(move, ground, ratio, span, Aside.NOWHERE, 0);
    }

    private CameraPath(Move move, Ground ground, double ratio, Span span, Aside aside, double depth) {
        this.move = move;
        this.span = span;
        this.aside = aside;
        this.ground = ground;
        this.ratio = ratio;
        this.depth = depth;
        this.course = new Course(move.easing(), span.frames);
        this.sway = new Sway(span.seed);
        this.followed = move.kind() == Move.Kind.PATH ? new FollowedPath(move, ground, ratio) : null;
    }

    /// For how long a shot is seen, with the frames under the next one's dissolve, and the seed of its shaking.
    record Span(int frames, long seed) {}

    /// The whole way gone nearer and aside.
    private record Aside(double nearer, double right, double down) {
        static final Aside NOWHERE = new Aside(1, 0, 0);
    }

    /// The same way, aside so that it begins with the subject at a given place of the frame, or as near to it as a
    /// little less of the picture allows.
    ///
    /// @param place right of and below the frame's middle, in frame widths and heights
    CameraPath matching(Quad.Point place) {
        Quad.Point subject = ground.subject();
        Window first = window(course.way(0), 0);
        double high = first.width() / ratio;
        double right = (subject.x() - first.x()) / first.width() - place.x();
        double down = (subject.y() - first.y()) / high - place.y();
        // So much less of the picture leaves the room to go aside by that.
        double less = Math.max(
                Math.abs(right) / (0.5 - Math.min(0.4, Math.abs(place.x()))),
                Math.abs(down) / (0.5 - Math.min(0.4, Math.abs(place.y()))));
        double nearer = 1 / (1 - Math.min(MOST_LESS, less));
        return new CameraPath(
                move,
                ground,
                ratio,
                span,
                new Aside(
                        nearer,
                        subject.x() - first.x() - place.x() * first.width() / nearer,
                        subject.y() - first.y() - place.y() * high / nearer),
                depth);
    }

    /// The same way, for a panel that is filmed in two depths.
    ///
    /// @param wished by how much less what lies behind moves, 0 to 1
    CameraPath deep(double wished) {
        double least = switch (move.kind()) {
            case PUSH_IN, PULL_OUT, DOLLY_ZOOM -> wished;
            // Half of the way to either side of the place where both lie as they were drawn.
            case TRUCK_LEFT, TRUCK_RIGHT, CRANE_UP, CRANE_DOWN, ORBIT, TRACK ->
                Math.min(wished, 2 * MOST_APART / Math.max(move.amount(), MOST_APART));
            case STATIC, PAN_LEFT, PAN_RIGHT, TILT_UP, TILT_DOWN, HANDHELD, WHIP_LEFT, WHIP_RIGHT, SHAKE, PATH -> 0;
        };
        return new CameraPath(move, ground, ratio, span, aside, move.amount() > 0 ? least : 0);
    }

    /// Whether near and far are seen to move apart.
    boolean isDeep() {
        return depth > 0;
    }

    /// The window through which what lies behind is seen, as a pinhole camera would: of the way of what is
    /// nearer it goes a share that is as much smaller as it is farther away. It never leaves the panel, as it
    /// lies between two windows that do not.
    Window behind(int frame) {
        double way = course.way(frame);
        Window near = window(way, frame);
        if (depth == 0) {
            return aside(near);
        }
        return aside(
                switch (move.kind()) {
                    case PUSH_IN -> near.between(window(0, frame), depth);
                    case PULL_OUT -> near.between(window(1, frame), depth);
                    case DOLLY_ZOOM -> subjectWise(StrictMath.pow(1 + Math.max(0, move.amount()), way - 1));
                    // Round the subject: what is behind it passes.
                    case ORBIT -> near.right(depth * move.amount() * (way - 0.5) * near.width());
                    case STATIC,
                            PAN_LEFT,
                            PAN_RIGHT,
                            TILT_UP,
                            TILT_DOWN,
                            TRUCK_LEFT,
                            TRUCK_RIGHT,
                            CRANE_UP,
                            CRANE_DOWN,
                            TRACK,
                            HANDHELD,
                            WHIP_LEFT,
                            WHIP_RIGHT,
                            SHAKE,
                            PATH -> near.between(window(0.5, frame), depth);
                });
    }

    /// Whether the way may turn at any frame, and not only slowly.
    boolean isJerky() {
        return move.kind() == Move.Kind.PATH;
    }

    /// Whether no frame of the shot is rolled or turned.
    boolean isUpright() {
        return switch (move.kind()) {
            case ORBIT, HANDHELD, PATH -> false;
            case DOLLY_ZOOM -> depth > 0;
            case STATIC,
                    PUSH_IN,
                    PULL_OUT,
                    PAN_LEFT,
                    PAN_RIGHT,
                    TILT_UP,
                    TILT_DOWN,
                    TRUCK_LEFT,
                    TRUCK_RIGHT,
                    CRANE_UP,
                    CRANE_DOWN,
                    TRACK,
                    WHIP_LEFT,
                    WHIP_RIGHT,
                    SHAKE -> true;
        };
    }

    /// The middle of what stands out, in panel pixels.
    Quad.Point subject() {
        return ground.subject();
    }

    /// The window at a frame of the shot, from 0: of what is nearest, where the panel is filmed in depth.
    Window at(int frame) {
        return aside(window(course.way(frame), frame));
    }

    /// How much of the world's time has gone by at a frame.
    double seconds(int frame) {
        return course.seconds(frame);
    }

    private Window aside(Window window) {
        return aside.nearer == 1 ? window : window.within(aside.nearer, aside.right, aside.down, ratio);
    }

    private Window window(double way, int frame) {
        double amount = Math.max(0, move.amount());
        return switch (move.kind()) {
            case STATIC -> centred(1);
            case PATH -> followed == null ? centred(1) : followed.at(way);
            case PUSH_IN -> subjectWise(StrictMath.pow(1 + amount, -way));
            case PULL_OUT -> subjectWise(StrictMath.pow(1 + amount, way - 1));
            case PAN_LEFT -> across(amount, 0, 0.5 - way);
            case PAN_RIGHT -> across(amount, 0, way - 0.5);
            case TRUCK_LEFT -> across(amount, amount / 4 * way, 0.5 - way);
            case TRUCK_RIGHT -> across(amount, amount / 4 * way, way - 0.5);
            case TILT_UP -> along(amount, 0, 0.5 - way);
            case TILT_DOWN -> along(amount, 0, way - 0.5);
            case CRANE_UP -> along(amount, amount / 3 * (1 - way), 0.5 - way);
            case CRANE_DOWN -> along(amount, amount / 3 * way, way - 0.5);
            case TRACK -> across(amount / 2, amount / 2 * way, way - 0.5);
            case ORBIT -> orbit(amount, 2 * way - 1);
            case HANDHELD -> handheld(amount, frame);
            case WHIP_LEFT -> across(amount, 0, 0.5 - course.sweep(frame));
            case WHIP_RIGHT -> across(amount, 0, course.sweep(frame) - 0.5);
            case SHAKE -> shake(amount, frame);
            case DOLLY_ZOOM -> depth > 0 ? subjectWise(1 / (1 + amount)) : dollyZoom(amount, way);
        };
    }

    private double coverWidth() {
        return Math.min(ground.width(), ground.height() * ratio);
    }

    private Window centred(double scale) {
        double wide = coverWidth();
        return new Window(ground.middleX(wide), ground.middleY(wide / ratio), wide * scale, 0, 0);
    }

    /// Nearer about a point that stays in its place of the frame, between the middle and the subject. At scale 1 this
    /// is
    /// the whole picture.
    private Window subjectWise(double scale) {
        Window whole = centred(1);
        Quad.Point pole = pole(whole);
        return new Window(
                pole.x() + (whole.x() - pole.x()) * scale,
                pole.y() + (whole.y() - pole.y()) * scale,
                whole.width() * scale,
                0,
                0);
    }

    /// What stays in its place of the frame as the camera goes nearer.
    private Quad.Point pole(Window whole) {
        double reach = Math.min(1, MOST_ASIDE * whole.width() / Math.max(1, farthest(whole)));
        return new Quad.Point(
                whole.x() + reach * (ground.subject().x() - whole.x()),
                whole.y() + reach * (ground.subject().y() - whole.y()));
    }

    /// How far the subject is from the middle of a window, as a width of it.
    private double farthest(Window whole) {
        return Math.max(
                Math.abs(ground.subject().x() - whole.x()),
                ratio * Math.abs(ground.subject().y() - whole.y()));
    }

    /// Sideways by `amount` of the window's width, from the share `way` (-0.5 to 0.5) of it, and nearer by `push`.
    private Window across(double amount, double push, double way) {
        double wide = Math.min(coverWidth(), ground.width() / (1 + amount));
        double x = ground.middleX(wide * (1 + amount)) + way * amount * wide;
        return new Window(x, ground.middleY(wide / ratio), wide / (1 + push), 0, 0);
    }

    private Window along(double amount, double push, double way) {
        double high = Math.min(coverWidth() / ratio, ground.height() / (1 + amount));
        double y = ground.middleY(high * (1 + amount)) + way * amount * high;
        return new Window(ground.middleX(high * ratio), y, high * ratio / (1 + push), 0, 0);
    }

    private Window orbit(double amount, double way) {
        double most = Math.min(amount * ORBIT_TURN, 0.5);
        // The far side shows more of the picture than the window is wide: draw near until even that is inside.
        double half = 0.5 * Window.DISTANCE / (Window.DISTANCE * StrictMath.cos(most) - 0.5 * StrictMath.sin(most));
        double tall = 1 + half * StrictMath.sin(most) / Window.DISTANCE;
        // What lies behind passes to both sides.
        Window near = centred(1 / (Math.max(2 * half, tall) * (1 + depth * amount)));
        return new Window(near.x(), near.y(), near.width(), 0, most * way);
    }

    /// The window widens as the lens draws near, so that the subject keeps its size and its place (the shot of
    /// Hitchcock's Vertigo).
    private Window dollyZoom(double amount, double way) {
        Window whole = centred(1);
        Window near = subjectWise(StrictMath.pow(1 + amount, way - 1));
        Quad.Point pole = pole(whole);
        Quad.Point heart = new Quad.Point(
                2 * (pole.x() - whole.x()) / whole.width(), 2 * ratio * (pole.y() - whole.y()) / whole.width());
        double bulge = 1 - StrictMath.pow(1 + amount, -way);
        return new Window(near.x(), near.y(), near.width(), 0, 0, bulge, heart);
    }

    private Window shake(double amount, int frame) {
        return sway.shaken(centred(1 / (1 + amount)), amount, ratio, seconds(frame));
    }

    private Window handheld(double amount, int frame) {
        // Room for half of the amount to each side and for the corners of a rolled frame.
        double corners = 1 + Sway.mostRoll(amount) * Math.max(ratio, 1 / ratio);
        return sway.held(centred(1 / ((1 + amount) * corners)), amount, ratio, seconds(frame));
    }
}
