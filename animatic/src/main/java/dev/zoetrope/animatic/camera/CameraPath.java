package dev.zoetrope.animatic.camera;

import dev.zoetrope.animatic.Quad;
import dev.zoetrope.animatic.Timeline;
import dev.zoetrope.animatic.Timeline.Move;
import org.jspecify.annotations.Nullable;

/// The way of the camera over one panel. It never leaves the panel: where a move needs room that the panel does not
/// have beside the film's frame, the camera goes a little nearer.
///
/// A push in starts, and a pull out ends, on the whole picture as the film's ratio crops it.
final class CameraPath {
    /// Share of a move that is spent on gaining speed, and again on losing it.
    private static final double EASE = 0.3;

    /// The picture turns by this many radians on either side for each unit of an orbit's amount.
    private static final double ORBIT_TURN = 1.4;

    /// Roll of a hand-held camera in radians for each unit of amount.
    private static final double HANDHELD_ROLL = 0.12;

    /// How long a whip takes.
    private static final int SWEEP_FRAMES = 10;

    /// A shake is so much faster than a hand's sway: about five swings a second.
    private static final double SHAKE_SPEED = 9;

    /// A shake is down to a third each 1 / 1.5 s.
    private static final double SHAKE_DYING = 1.5;

    /// A cut on the subject may show so much less of the picture's width.
    private static final double MOST_LESS = 0.2;

    /// A push goes nearer about a point at most so far from the middle, in window widths: beyond that it looks as if
    /// the
    /// picture were pulled away.
    private static final double MOST_ASIDE = 0.3;

    /// The share of a freezing shot in which it still runs.
    private static final double RUNNING = 2.0 / 3;

    /// How fast the world runs in slow motion: as film of 60 frames a second shown at 24.
    private static final double SLOWNESS = 0.4;

    private final Move move;
    private final Ground ground;
    private final double ratio;
    private final int frames;
    private final Span span;
    private final Sway sway;
    private final Aside aside;
    private final @Nullable FollowedPath followed;

    /// @param move what to do
    /// @param ground over which the camera goes
    /// @param ratio of the film
    /// @param span frames for which the shot is seen and the seed of its shaking
    CameraPath(Move move, Ground ground, double ratio, Span span) {
        this(move, ground, ratio, span, Aside.NOWHERE);
    }

    private CameraPath(Move move, Ground ground, double ratio, Span span, Aside aside) {
        this.move = move;
        this.span = span;
        this.aside = aside;
        this.ground = ground;
        this.ratio = ratio;
        this.frames = span.frames;
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
        Window first = window(0);
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
                        subject.y() - first.y() - place.y() * high / nearer));
    }

    /// Whether the way may turn at any frame, and not only slowly.
    boolean isJerky() {
        return move.kind() == Move.Kind.PATH;
    }

    /// The middle of what stands out, in panel pixels.
    Quad.Point subject() {
        return ground.subject();
    }

    /// The window at a frame of the shot, from 0.
    Window at(int frame) {
        Window window = window(frame);
        return aside.nearer == 1 ? window : window.within(aside.nearer, aside.right, aside.down, ratio);
    }

    private Window window(int frame) {
        if (followed != null) {
            return followed.at(eased(time(frame)));
        }
        double time = time(frame);
        double way = eased(time);
        double amount = Math.max(0, move.amount());
        return switch (move.kind()) {
            case STATIC, PATH -> centred(1);
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
            case WHIP_LEFT -> across(amount, 0, 0.5 - sweep(frame));
            case WHIP_RIGHT -> across(amount, 0, sweep(frame) - 0.5);
            case SHAKE -> shake(amount, frame);
            case DOLLY_ZOOM -> dollyZoom(amount, way);
        };
    }

    private double time(int frame) {
        return frames > 1 ? Math.clamp((double) frame / (frames - 1), 0, 1) : 0;
    }

    private double eased(double time) {
        return switch (move.easing()) {
            case LINEAR, SLOW_MOTION -> time;
            case FREEZE -> Math.min(1, time / RUNNING);
            case EASE_OUT -> 1 - (1 - time) * (1 - time);
            case EASE_IN_OUT -> time < 0.5 ? ramp(time) : 1 - ramp(1 - time);
        };
    }

    /// Constant acceleration up to [#EASE], constant speed after it.
    private static double ramp(double time) {
        return time < EASE ? time * time / (2 * EASE * (1 - EASE)) : (time - EASE / 2) / (1 - EASE);
    }

    /// How much of the world's time has gone by at a frame: less than the film's in slow motion, and none any more in a
    /// frozen picture.
    double seconds(int frame) {
        double gone = switch (move.easing()) {
            case LINEAR, EASE_IN_OUT, EASE_OUT -> frame;
            case FREEZE -> Math.min(frame, RUNNING * (frames - 1));
            case SLOW_MOTION -> frame * SLOWNESS;
        };
        return gone / Timeline.FRAMES_PER_SECOND;
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
        Window near = centred(1 / Math.max(2 * half, tall));
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

    /// From 0 to 1 in less than half a second in the middle of the shot, or in all of a shorter one; smooth in speed.
    private double sweep(int frame) {
        double length = Math.min(frames - 1, SWEEP_FRAMES);
        double time = length > 0 ? Math.clamp((frame - (frames - 1 - length) / 2) / length, 0, 1) : 0;
        return time * time * time * (time * (6 * time - 15) + 10);
    }

    /// The sway of a hand made fast, dying away.
    private Window shake(double amount, int frame) {
        double seconds = seconds(frame);
        double strength = amount / 2 * StrictMath.exp(-SHAKE_DYING * seconds);
        Window near = centred(1 / (1 + amount));
        return new Window(
                near.x() + strength * near.width() * sway.x(SHAKE_SPEED * seconds),
                near.y() + strength * near.width() / ratio * sway.y(SHAKE_SPEED * seconds),
                near.width(),
                0,
                0);
    }

    private Window handheld(double amount, int frame) {
        double seconds = seconds(frame);
        double mostRoll = amount * HANDHELD_ROLL;
        // Room for half of the amount to each side and for the corners of a rolled frame.
        double corners = 1 + mostRoll * Math.max(ratio, 1 / ratio);
        Window near = centred(1 / ((1 + amount) * corners));
        double height = near.width() / ratio;
        return new Window(
                near.x() + amount / 2 * near.width() * sway.x(seconds),
                near.y() + amount / 2 * height * sway.y(seconds),
                near.width(),
                mostRoll * sway.roll(seconds),
                0);
    }
}
