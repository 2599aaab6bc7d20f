package dev.zoetrope.animatic.director;

import dev.zoetrope.animatic.Brief;
import dev.zoetrope.animatic.Quad;
import dev.zoetrope.animatic.Salience;
import dev.zoetrope.animatic.Timeline.Move;
import dev.zoetrope.animatic.Timeline.View;

/// Chooses the part of a picture that a shot shows. The camera cuts what does not fit the film's ratio off on both
/// sides alike; where there is one thing to look at, it is cut so that this stays in the frame, and a push goes towards
/// it. Moves that travel keep the whole picture: they need its length.
final class Framing {
    /// A push begins on this share of the width and height, put towards what it goes to.
    private static final double NEARER = 0.9;

    private Framing() {}

    static View of(Brief brief, Pick take, Move move) {
        if (take.part() != Pick.Part.MIDDLE || !(take.view() instanceof View.Panel(int reference, Quad quad))) {
            return take.view();
        }
        if (!staysInPlace(move.kind())) {
            return take.view();
        }
        Salience salience = Salience.of(brief.references().get(reference).picture(), quad);
        if (!salience.isClear()) {
            return take.view();
        }
        double ratio = quad.width() / quad.height();
        double nearer = move.kind() == Move.Kind.PUSH_IN ? NEARER : 1;
        double wide = nearer * Math.min(1, brief.size().ratio() / ratio);
        double high = nearer * Math.min(1, ratio / brief.size().ratio());
        double left = salience.left(wide);
        double top = salience.top(high);
        return new View.Panel(reference, quad.part(left, top, left + wide, top + high));
    }

    private static boolean staysInPlace(Move.Kind kind) {
        return switch (kind) {
            case STATIC, PUSH_IN, PULL_OUT, ORBIT, HANDHELD, SHAKE, DOLLY_ZOOM -> true;
            case PAN_LEFT,
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
                    PATH -> false;
        };
    }
}
