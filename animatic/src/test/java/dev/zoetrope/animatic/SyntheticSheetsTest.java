package dev.zoetrope.animatic;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Measures the reader on drawn sheets. Seeds below 1000 are for tuning, those from 1000 on for measuring only.
class SyntheticSheetsTest {
    private static final int SHEETS_OF_A_KIND = 12;

    @Test
    void plain_sheets_are_read_exactly() {
        Map<SyntheticSheet.Kind, List<ReadingScore>> scores =
                measure(Long.getLong("sheets.from", 1000), Integer.getInteger("sheets.count", SHEETS_OF_A_KIND));

        scores.forEach((kind, list) -> System.out.printf(
                Locale.ROOT,
                "%-11s n=%d F1 %.3f exact %.3f%n",
                kind,
                list.size(),
                ReadingScore.f1(list),
                ReadingScore.exact(list)));
        System.out.printf(Locale.ROOT, "%.0f ms a megapixel%n", nanos / 1e6 / (pixels / 1e6));
        assertThat(scores.keySet()).hasSize(SyntheticSheet.Kind.values().length);
    }

    private static long nanos;
    private static long pixels;

    private static Map<SyntheticSheet.Kind, List<ReadingScore>> measure(long from, int count) {
        var reader = new StoryboardReader();
        var scores = new EnumMap<SyntheticSheet.Kind, List<ReadingScore>>(SyntheticSheet.Kind.class);
        String dump = System.getProperty("sheets.dump");
        for (SyntheticSheet.Kind kind : SyntheticSheet.Kind.values()) {
            var list = new ArrayList<ReadingScore>();
            for (int i = 0; i < count; i++) {
                SyntheticSheet sheet = SyntheticSheet.of(kind, from + i);
                long began = System.nanoTime();
                Sheet read = reader.read(sheet.picture());
                nanos += System.nanoTime() - began;
                pixels += sheet.picture().pixels().length;
                ReadingScore score = ReadingScore.of(sheet.panels(), read);
                list.add(score);
                if (dump != null && !score.isExact()) {
                    TestPictures.write(
                            sheet.picture(),
                            read.panels().stream().map(Sheet.Panel::quad).toList(),
                            Path.of(dump, kind + "-" + (from + i) + ".png"));
                }
            }
            scores.put(kind, list);
        }
        return scores;
    }
}
