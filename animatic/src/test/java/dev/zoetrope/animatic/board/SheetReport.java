package dev.zoetrope.animatic.board;

import dev.zoetrope.animatic.Sheet;
import dev.zoetrope.animatic.TestPictures;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Prints how well the reader reads synthetic sheets, by kind, and in a closing table next to what was measured of
/// others on sheets of the same classes.
///
/// Arguments: the first seed, how many sheets of each kind, and, if wanted, a folder for pictures of the sheets that
/// were not read exactly, then kinds. Seeds below 100,000 are for tuning, those from there on for reports only.
final class SheetReport {
    private final List<ReadingScore> plain = new ArrayList<>();
    private final List<ReadingScore> all = new ArrayList<>();
    private double plainMillis;
    private double allMillis;

    private SheetReport() {}

    public static void main(String[] arguments) {
        long from = arguments.length > 0 ? Long.parseLong(arguments[0]) : 100_000;
        int count = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 20;
        String dump = arguments.length > 2 ? arguments[2] : "";
        List<String> only = arguments.length > 3 ? List.of(arguments).subList(3, arguments.length) : List.of();
        var report = new SheetReport();
        System.out.println("kind          n   F1     exact  order  processor ms");
        for (SheetKind kind : SheetKind.values()) {
            if (only.isEmpty() || only.contains(kind.name())) {
                report.measure(kind, from, count, dump);
            }
        }
        report.close();
    }

    private void measure(SheetKind kind, long from, int count, String dump) {
        var scores = new ArrayList<ReadingScore>();
        double millis = 0;
        for (long seed = from; seed < from + count; seed++) {
            SyntheticSheet sheet = SyntheticSheet.of(kind, seed);
            long began = processor();
            Sheet read = new StoryboardReader().read(sheet.picture());
            millis += (processor() - began) / 1e6;
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
        allMillis += millis;
        if (kind.isPlain()) {
            plain.addAll(scores);
            plainMillis += millis;
        }
        System.out.printf(
                Locale.ROOT,
                "%-10s %4d   %.3f  %.3f  %.3f  %.0f%n",
                kind.name(),
                scores.size(),
                ReadingScore.f1(scores),
                ReadingScore.exact(scores),
                ReadingScore.order(scores),
                millis / count);
    }

    /// The figures of the others are those of 300 drawn sheets of the same classes, not of these.
    private void close() {
        System.out.println();
        System.out.println("                 plain kinds                   all kinds");
        System.out.println("                 F1    exact  order  ms      F1    exact  order  ms");
        if (!all.isEmpty()) {
            System.out.println("this reader      " + figures(plain, plainMillis) + "   " + figures(all, allMillis));
        }
        System.out.println("the prototype    .997  .986   -      -       .908  .817   .996   -");
        System.out.println("kumiko           .870  .546   -      -       .726  .363   .750   -");
    }

    private static String figures(List<ReadingScore> scores, double millis) {
        return scores.isEmpty()
                ? "none                      "
                : String.format(
                        Locale.ROOT,
                        "%.3f %.3f  %.3f  %-4.0f",
                        ReadingScore.f1(scores),
                        ReadingScore.exact(scores),
                        ReadingScore.order(scores),
                        millis / scores.size());
    }

    /// Nanoseconds of this thread on a processor: other work on the machine does not count.
    private static long processor() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
