package dev.zoetrope.animatic;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/// Measures the reader on drawn sheets. Seeds below 1000 are for tuning, those from 1000 on for measuring only.
///
/// System properties for a longer look: `sheets.from` and `sheets.count` choose the seeds, `sheets.dump` is a
/// folder for pictures of the sheets that were not read exactly.
class SyntheticSheetsTest {
    private static final int SHEETS_OF_A_KIND = 6;

    private final StoryboardReader reader = new StoryboardReader();
    private long nanos;
    private long pixels;

    @Test
    void plain_sheets_are_read_exactly() {
        long from = Long.getLong("sheets.from", 1000);
        int count = Integer.getInteger("sheets.count", SHEETS_OF_A_KIND);
        var plain = new ArrayList<ReadingScore>();
        var hard = new ArrayList<ReadingScore>();
        for (SheetKind kind : SheetKind.values()) {
            List<ReadingScore> scores = measure(kind, from, count);
            (kind.isPlain() ? plain : hard).addAll(scores);
            report(kind.name(), scores);
        }
        report("all plain", plain);
        report("all hard", hard);
        System.out.printf(Locale.ROOT, "%.0f ms a megapixel%n", nanos / 1e6 / (pixels / 1e6));

        assertThat(ReadingScore.f1(plain)).isGreaterThanOrEqualTo(0.99);
        assertThat(ReadingScore.exact(plain)).isGreaterThanOrEqualTo(0.96);
        assertThat(ReadingScore.f1(hard)).isGreaterThanOrEqualTo(0.85);
    }

    private List<ReadingScore> measure(SheetKind kind, long from, int count) {
        String dump = System.getProperty("sheets.dump");
        var scores = new ArrayList<ReadingScore>();
        for (int i = 0; i < count; i++) {
            SyntheticSheet sheet = SyntheticSheet.of(kind, from + i);
            long began = System.nanoTime();
            Sheet read = reader.read(sheet.picture());
            nanos += System.nanoTime() - began;
            pixels += sheet.picture().pixels().length;
            ReadingScore score = ReadingScore.of(sheet.panels(), read);
            scores.add(score);
            if (dump != null && !score.isExact()) {
                TestPictures.write(
                        sheet.picture(),
                        read.panels().stream().map(Sheet.Panel::quad).toList(),
                        Path.of(dump, kind + "-" + (from + i) + ".png"));
            }
        }
        return scores;
    }

    private static void report(String name, List<ReadingScore> scores) {
        System.out.printf(
                Locale.ROOT,
                "%-10s n=%d F1 %.3f exact %.3f%n",
                name,
                scores.size(),
                ReadingScore.f1(scores),
                ReadingScore.exact(scores));
    }
}
