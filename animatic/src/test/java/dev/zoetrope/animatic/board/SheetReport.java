package dev.zoetrope.animatic.board;

import dev.zoetrope.animatic.Sheet;
import dev.zoetrope.animatic.TestPictures;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Prints how well the reader reads synthetic sheets, by kind, next to what was measured of others on sheets of the
/// same classes.
///
/// Arguments: the first seed, how many sheets of each kind, and, if wanted, a folder for pictures of the sheets that
/// were not read exactly, then kinds. Seeds below 100,000 are for tuning, those from there on for reports only.
final class SheetReport {
    private SheetReport() {}

    public static void main(String[] arguments) {
        long from = arguments.length > 0 ? Long.parseLong(arguments[0]) : 100_000;
        int count = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 20;
        String dump = arguments.length > 2 ? arguments[2] : "";
        List<String> only = arguments.length > 3 ? List.of(arguments).subList(3, arguments.length) : List.of();
        var plain = new ArrayList<ReadingScore>();
        var all = new ArrayList<ReadingScore>();
        System.out.println("kind          n   F1     exact  order  processor ms");
        for (SheetKind kind : SheetKind.values()) {
            if (!only.isEmpty() && !only.contains(kind.name())) {
                continue;
            }
            var scores = new ArrayList<ReadingScore>();
            long nanos = 0;
            for (long seed = from; seed < from + count; seed++) {
                SyntheticSheet sheet = SyntheticSheet.of(kind, seed);
                long began = processor();
                Sheet read = new StoryboardReader().read(sheet.picture());
                nanos += processor() - began;
                ReadingScore score = ReadingScore.of(sheet.panels(), read);
                scores.add(score);
                if (!dump.isEmpty() && !score.isExact()) {
                    TestPictures.write(
                            sheet.picture(),
                            read.panels().stream().map(Sheet.Panel::quad).toList(),
                            Path.of(dump, kind + "-" + seed + ".png"));
                }
            }
            all.addAll(scores);
            if (kind.isPlain()) {
                plain.addAll(scores);
            }
            line(kind.name(), scores, nanos / 1e6 / count);
        }
        line("all plain", plain, 0);
        line("all", all, 0);
        System.out.println("prototype, its own sheets (300): plain .997/.986, all .908/.817");
        System.out.println("kumiko, the same 300 sheets:     plain .870/.546, all .726/.363");
    }

    /// Nanoseconds of this thread on a processor: other work on the machine does not count.
    private static long processor() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void line(String name, List<ReadingScore> scores, double millis) {
        if (!scores.isEmpty()) {
            System.out.printf(
                    Locale.ROOT,
                    "%-10s %4d   %.3f  %.3f  %.3f  %.0f%n",
                    name,
                    scores.size(),
                    ReadingScore.f1(scores),
                    ReadingScore.exact(scores),
                    ReadingScore.order(scores),
                    millis);
        }
    }
}
