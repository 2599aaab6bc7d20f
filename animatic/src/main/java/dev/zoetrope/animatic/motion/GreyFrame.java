package dev.zoetrope.animatic.motion;

import dev.zoetrope.animatic.Picture;
import java.util.ArrayList;
import java.util.List;

/// A frame in grey, finest first and each level half as large as the one before.
///
/// @param levels at least one
record GreyFrame(List<GreyLevel> levels) {
    /// The longest side at which motion is measured: a hundredth of a pixel of it is less than one of a film's.
    static final int SIDE = 288;

    /// No side of the coarsest level is shorter.
    private static final int LEAST = 16;

    GreyFrame {
        levels = List.copyOf(levels);
    }

    static GreyFrame of(Picture picture) {
        var levels = new ArrayList<GreyLevel>();
        levels.add(GreyLevel.of(picture));
        while (Math.min(levels.getLast().width, levels.getLast().height) >= 2 * LEAST) {
            levels.add(levels.getLast().halved());
        }
        return new GreyFrame(levels);
    }

    GreyLevel finest() {
        return levels.getFirst();
    }

    GreyLevel coarsest() {
        return levels.getLast();
    }

    /// How like another frame it is, pixel by pixel: the mean difference in grey levels.
    double difference(GreyFrame other) {
        float[] mine = finest().grey;
        float[] others = other.finest().grey;
        double sum = 0;
        for (int i = 0; i < mine.length; i++) {
            sum += Math.abs(mine[i] - others[i]);
        }
        return sum / mine.length;
    }
}
