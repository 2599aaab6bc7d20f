package dev.zoetrope.animatic.board;

import dev.zoetrope.animatic.Quad;
import dev.zoetrope.animatic.Sheet;
import java.util.Arrays;
import java.util.List;

/// How well a sheet was read: panels matched one to one, best first, at an intersection over union of at least 0.9.
///
/// @param truth how many panels there are
/// @param found how many were found
/// @param matched how many of them are right
/// @param isExact all found, none besides, in the right order
record ReadingScore(int truth, int found, int matched, boolean isExact) {
    static final double SAME = 0.9;

    static ReadingScore of(List<Quad> truth, Sheet sheet) {
        List<Sheet.Panel> panels = sheet.panels();
        var match = new int[truth.size()];
        Arrays.fill(match, -1);
        var taken = new boolean[panels.size()];
        int matched = 0;
        while (true) {
            double best = SAME;
            int bestTruth = -1;
            int bestFound = -1;
            for (int t = 0; t < match.length; t++) {
                for (int f = 0; f < taken.length; f++) {
                    double iou = match[t] >= 0 || taken[f]
                            ? 0
                            : Polygons.iou(truth.get(t), panels.get(f).quad());
                    if (iou >= best) {
                        best = iou;
                        bestTruth = t;
                        bestFound = f;
                    }
                }
            }
            if (bestTruth < 0) {
                break;
            }
            match[bestTruth] = bestFound;
            taken[bestFound] = true;
            matched++;
        }
        boolean inOrder = true;
        for (int t = 0; t < match.length; t++) {
            inOrder &= match[t] == t;
        }
        return new ReadingScore(truth.size(), panels.size(), matched, inOrder && panels.size() == truth.size());
    }

    /// All found and none besides, in whatever order.
    boolean isComplete() {
        return matched == truth && found == truth;
    }

    /// The share of right orders among the sheets whose panels were all found.
    static double order(List<ReadingScore> scores) {
        long complete = scores.stream().filter(ReadingScore::isComplete).count();
        return complete == 0
                ? 1
                : (double) scores.stream().filter(ReadingScore::isExact).count() / complete;
    }

    static double f1(List<ReadingScore> scores) {
        double matched = scores.stream().mapToInt(ReadingScore::matched).sum();
        double all =
                scores.stream().mapToInt(score -> score.truth() + score.found()).sum();
        return 2 * matched / all;
    }

    static double exact(List<ReadingScore> scores) {
        return (double) scores.stream().filter(ReadingScore::isExact).count() / scores.size();
    }
}
