package dev.zoetrope.animatic.camera;

import dev.zoetrope.animatic.Timeline;
import dev.zoetrope.animatic.Timeline.Move.Easing;

/// How far along its way a shot is at each of its frames.
///
/// @param easing how it speeds up and slows down
/// @param frames for which the shot is seen
record Course(Easing easing, int frames) {
    /// Share of a move that is spent on gaining speed, and again on losing it.
    private static final double EASE = 0.3;

    /// How long a whip takes.
    private static final int SWEEP_FRAMES = 10;

    /// The share of a freezing shot in which it still runs.
    private static final double RUNNING = 2.0 / 3;

    /// How fast the world runs in slow motion: as film of 60 frames a second shown at 24.
    private static final double SLOWNESS = 0.4;

    /// From 0 to 1.
    double way(int frame) {
        double time = frames > 1 ? Math.clamp((double) frame / (frames - 1), 0, 1) : 0;
        return switch (easing) {
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
        double gone = switch (easing) {
            case LINEAR, EASE_IN_OUT, EASE_OUT -> frame;
            case FREEZE -> Math.min(frame, RUNNING * (frames - 1));
            case SLOW_MOTION -> frame * SLOWNESS;
        };
        return gone / Timeline.FRAMES_PER_SECOND;
    }

    /// From 0 to 1 in less than half a second in the middle of the shot, or in all of a shorter one; smooth in speed.
    double sweep(int frame) {
        double length = Math.min(frames - 1, SWEEP_FRAMES);
        double time = length > 0 ? Math.clamp((frame - (frames - 1 - length) / 2) / length, 0, 1) : 0;
        return time * time * time * (time * (6 * time - 15) + 10);
    }
}
