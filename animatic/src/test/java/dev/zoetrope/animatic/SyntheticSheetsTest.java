package dev.zoetrope.animatic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// A short look at the reader on drawn sheets; [SheetReport] takes the long one.
class SyntheticSheetsTest {
    private static final int SHEETS_OF_A_KIND = 4;

    @Test
    void drawn_sheets_of_all_kinds_are_read() {
        var report = new SheetReport();
        for (SheetKind kind : SheetKind.values()) {
            for (int i = 0; i < SHEETS_OF_A_KIND; i++) {
                report.measure(kind, SheetReport.FRESH + i, null);
            }
        }
        report.print(System.out);

        assertThat(ReadingScore.f1(report.scores(SheetKind::isPlain))).isGreaterThanOrEqualTo(0.98);
        assertThat(ReadingScore.exact(report.scores(SheetKind::isPlain))).isGreaterThanOrEqualTo(0.95);
        assertThat(ReadingScore.f1(report.scores(kind -> true))).isGreaterThanOrEqualTo(0.85);
    }
}
