package dev.zoetrope.animatic.director;

import dev.zoetrope.animatic.Timeline;
import java.util.function.IntPredicate;

/// Puts cuts on the beats of the music that is composed for the film, which starts with the film and keeps its tempo.
final class BeatGrid {
    /// So far a shot's length may stray from the planned for a beat's sake: more is seen as another rhythm.
    private static final double STRAY = 0.15;

    private BeatGrid() {}

    /// The same lengths with their cuts on beats, where both shots at a cut are free and stray no further than
    /// [#STRAY]; the sum stays.
    ///
    /// @param tempo in beats a minute
    /// @param isFree whether nobody gave a shot's length
    /// @param least how long each must be at least, in frames
    static int[] align(int[] lengths, double tempo, IntPredicate isFree, int[] least) {
        double beat = 60 * Timeline.FRAMES_PER_SECOND / tempo;
        int[] aligned = lengths.clone();
        int end = 0;
        for (int i = 0; i + 1 < lengths.length; i++) {
            end += aligned[i];
            if (isFree.test(i) && isFree.test(i + 1)) {
                int cut = (int) Math.round(Math.round(end / beat) * beat);
                int by = cut - end;
                boolean fits = isNear(aligned[i] + by, lengths[i], least[i])
                        && isNear(aligned[i + 1] - by, lengths[i + 1], least[i + 1]);
                if (fits) {
                    aligned[i] += by;
                    aligned[i + 1] -= by;
                    end = cut;
                }
            }
        }
        return aligned;
    }

    private static boolean isNear(int length, int planned, int least) {
        return Math.abs(length - planned) <= STRAY * planned && length >= Math.min(least, planned);
    }
}
