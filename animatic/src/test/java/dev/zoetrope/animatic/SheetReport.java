package dev.zoetrope.animatic;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/// Measures the reader on synthetic sheets and prints the figures by kind, beside those of kumiko and of an earlier
/// prototype in Python.
///
/// Seeds below 100000 are for tuning; a report starts there or above, each time elsewhere, so that nothing was tuned
/// to what it measures.
///
/// `SheetReport [COUNT [FROM [KIND|drawn [FOLDER]]]]`: `drawn` (the default) takes kinds as often as they are weighted;
/// into the folder goes a picture of each sheet that was not read exactly.
final class SheetReport {
    static final long FRESH = 100_000;

    /// One measured sheet.
    private record Measured(SheetKind kind, double degrees, ReadingScore score) {}

    private final StoryboardReader reader = new StoryboardReader();
    private final List<Measured> all = new ArrayList<>();
    private long nanos;
    private long pixels;

    public static void main(String[] arguments) {
        int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 300;
        long from = arguments.length > 1 ? Long.parseLong(arguments[1]) : FRESH;
        String kinds = arguments.length > 2 ? arguments[2] : "drawn";
        Path folder = arguments.length > 3 ? Path.of(arguments[3]) : null;
        var report = new SheetReport();
        for (long seed = from; seed < from + count; seed++) {
            report.measure(kinds.equals("drawn") ? SheetKind.drawn(seed) : SheetKind.valueOf(kinds), seed, folder);
        }
        report.print(System.out);
    }

    ReadingScore measure(SheetKind kind, long seed, @org.jspecify.annotations.Nullable Path failures) {
        SyntheticSheet sheet = SyntheticSheet.of(kind, seed);
        long began = System.nanoTime();
        Sheet read = reader.read(sheet.picture());
        nanos += System.nanoTime() - began;
        pixels += sheet.picture().pixels().length;
        ReadingScore score = ReadingScore.of(sheet.panels(), read);
        all.add(new Measured(kind, sheet.degrees(), score));
        if (failures != null && !score.isExact()) {
            TestPictures.write(
                    sheet.picture(),
                    read.panels().stream().map(Sheet.Panel::quad).toList(),
                    failures.resolve(kind + "-" + seed + ".png"));
        }
        return score;
    }

    List<ReadingScore> scores(Predicate<SheetKind> kinds) {
        return all.stream()
                .filter(one -> kinds.test(one.kind()))
                .map(Measured::score)
                .toList();
    }

    void print(PrintStream out) {
        out.println("kind             n     F1  exact  order   kumiko F1/exact  prototype F1/exact");
        var elsewhere = new EnumMap<SheetKind, String>(Map.of(
                SheetKind.NO_MARGIN, "    .670 .147         .837 .676",
                SheetKind.THIN, "    .686 .300         .837 .683",
                SheetKind.SHARED, "    .020 .000         .795 .630",
                SheetKind.MOSAIC, "    .000 .000         .658 .500"));
        for (SheetKind kind : SheetKind.values()) {
            line(
                    out,
                    kind.name(),
                    all.stream().filter(one -> one.kind() == kind).toList(),
                    elsewhere.getOrDefault(kind, ""));
        }
        List<Measured> plain = all.stream().filter(one -> one.kind().isPlain()).toList();
        line(out, "all plain", plain, "    .870 .546         .997 .986");
        line(
                out,
                "plain, turned",
                plain.stream().filter(one -> one.degrees() != 0).toList(),
                "    .733 .342        1.000 1.000");
        line(
                out,
                "any, turned",
                all.stream().filter(one -> one.degrees() != 0).toList(),
                "    .614 .263         .904 .842");
        line(out, "all", all, "    .726 .363         .908 .817");
        out.printf(Locale.ROOT, "%.0f ms a megapixel%n", nanos / 1e6 / (pixels / 1e6));
    }

    private static void line(PrintStream out, String name, List<Measured> measured, String elsewhere) {
        List<ReadingScore> scores = measured.stream().map(Measured::score).toList();
        if (scores.isEmpty()) {
            return;
        }
        List<ReadingScore> found =
                scores.stream().filter(ReadingScore::isComplete).toList();
        out.printf(
                Locale.ROOT,
                "%-13s %4d  %.3f  %.3f  %.3f%s%n",
                name,
                scores.size(),
                ReadingScore.f1(scores),
                ReadingScore.exact(scores),
                found.isEmpty() ? 0 : ReadingScore.exact(found),
                elsewhere);
    }
}
