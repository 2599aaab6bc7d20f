package dev.zoetrope.animatic.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Guards what the reader has reached, on few sheets of each kind. [SheetReport] measures it on many.
class SyntheticSheetsTest {
    /// Beyond the seeds for tuning, before those for reports.
    private static final long FIRST = 50_000;

    @Test
    void plain_sheets_are_read_exactly() {
        List<ReadingScore> scores = read(SheetKind::isPlain, 1);

        assertThat(ReadingScore.f1(scores)).isGreaterThanOrEqualTo(0.99);
        assertThat(ReadingScore.exact(scores)).isGreaterThanOrEqualTo(0.95);
        assertThat(ReadingScore.order(scores)).isEqualTo(1);
    }

    @Test
    void most_of_the_hard_sheets_are_read_exactly() {
        List<ReadingScore> scores = read(kind -> !kind.isPlain(), 1);

        assertThat(ReadingScore.f1(scores)).isGreaterThanOrEqualTo(0.9);
        assertThat(ReadingScore.exact(scores)).isGreaterThanOrEqualTo(0.8);
    }

    private static List<ReadingScore> read(Predicate<SheetKind> which, int each) {
        var reader = new StoryboardReader();
        return Stream.of(SheetKind.values())
                .filter(which)
                .flatMap(kind -> LongStream.range(FIRST, FIRST + each).mapToObj(seed -> SyntheticSheet.of(kind, seed)))
                .map(sheet -> ReadingScore.of(sheet.panels(), reader.read(sheet.picture())))
                .toList();
    }
}
