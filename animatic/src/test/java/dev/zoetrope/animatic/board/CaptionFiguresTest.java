package dev.zoetrope.animatic.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.zoetrope.animatic.Caption;
import dev.zoetrope.animatic.Picture;
import dev.zoetrope.animatic.Sheet;
import dev.zoetrope.animatic.director.NoteReader;
import dev.zoetrope.animatic.director.ShotNote;
import java.awt.Font;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How well captions are understood, on sheets that the reader was not made by. More of them, with what was misread:
/// `-Dcaptions.sheets=100 -Dcaptions.from=5000`.
class CaptionFiguresTest {
    private static final int SHEETS = Integer.getInteger("captions.sheets", 1);
    private static final int FROM = Integer.getInteger("captions.from", 1000);
    private static final boolean IS_REPORT = System.getProperty("captions.sheets") != null;

    /// A font of this machine like handwriting, for reports: `-Dcaptions.hand="Z003"`.
    private static final @Nullable Font HAND = System.getProperty("captions.hand") == null
            ? null
            : new Font(System.getProperty("captions.hand"), Font.PLAIN, 20);

    private static final List<String> FIELDS = List.of("shot", "seconds", "move", "dialogue");

    private static CaptionReader reader;

    @BeforeAll
    static void open() {
        reader = CaptionReader.open(problem -> {
            throw new AssertionError(problem);
        });
    }

    @AfterAll
    static void close() {
        reader.close();
    }

    @ParameterizedTest
    @CsvSource({
        "false,BELOW",
        "true,BELOW",
        "false,ABOVE",
        "true,ABOVE",
        "false,BESIDE",
        "true,BESIDE",
        "false,INSIDE",
        "true,INSIDE",
        "false,TABLE",
        "true,TABLE"
    })
    void nearly_all_fields_of_printed_captions_are_right(boolean chinese, CaptionedSheet.Place place) {
        double share = share(new CaptionedSheet.Style(chinese, place, HAND));

        assertThat(share).as("%s, Chinese: %s", place, chinese).isGreaterThanOrEqualTo(IS_REPORT ? 0 : 0.98);
    }

    private static double share(CaptionedSheet.Style style) {
        var right = new int[FIELDS.size()];
        int all = 0;
        long nanos = 0;
        for (int i = 0; i < SHEETS; i++) {
            CaptionedSheet drawn = CaptionedSheet.of(style, FROM + i);
            Picture picture = drawn.picture();
            var panels = new ArrayList<Sheet.Panel>();
            drawn.panels().forEach(quad -> panels.add(new Sheet.Panel(quad, 1)));
            Sheet sheet = new Sheet(picture.width(), picture.height(), panels);
            long start = System.nanoTime();
            List<Caption> captions = reader.read(picture, sheet);
            nanos += System.nanoTime() - start;
            List<ShotNote> notes = NoteReader.readAll(captions);
            for (int p = 0; p < panels.size(); p++) {
                score(drawn.captions().get(p), captions.get(p), notes.get(p), right);
                all++;
            }
        }
        double share = 0;
        var report = new StringBuilder(style.place() + (style.chinese() ? " Chinese" : " English"));
        for (int f = 0; f < right.length; f++) {
            report.append(String.format(Locale.ROOT, "  %s %.4f", FIELDS.get(f), (double) right[f] / all));
            share += (double) right[f] / all / right.length;
        }
        report.append(String.format(
                Locale.ROOT, "  all %.4f  of %d captions, %.0f ms a sheet", share, all, nanos / 1e6 / SHEETS));
        if (IS_REPORT) {
            System.out.println(report);
        }
        return share;
    }

    private static void score(CaptionWords.Truth truth, Caption caption, ShotNote note, int[] right) {
        String said =
                note.dialogue().isEmpty() ? "" : note.dialogue().getFirst().words();
        boolean[] isRight = {
            note.number().orElse(0) == truth.number(),
            note.seconds().orElse(0) == truth.seconds(),
            !note.moves().isEmpty() && note.moves().getFirst().getFirst() == truth.move(),
            letters(said).equals(letters(truth.line()))
        };
        boolean isWhole = true;
        for (int f = 0; f < right.length; f++) {
            right[f] += isRight[f] ? 1 : 0;
            isWhole &= isRight[f];
        }
        if (IS_REPORT && !isWhole) {
            System.out.println("  meant " + truth + "\n  read  " + caption.text() + "\n  as    " + note);
        }
    }

    @Test
    void words_inside_the_pictures_are_left_out_of_the_film() {
        CaptionedSheet drawn = CaptionedSheet.of(new CaptionedSheet.Style(false, CaptionedSheet.Place.INSIDE), 1000);
        Picture picture = drawn.picture();
        Sheet sheet = new Sheet(
                picture.width(),
                picture.height(),
                drawn.panels().stream().map(quad -> new Sheet.Panel(quad, 1)).toList());
        assertThat(reader.read(picture, sheet))
                .allSatisfy(caption -> assertThat(caption.below())
                        .isCloseTo(drawn.strip() / drawn.panels().getFirst().height(), within(0.03)))
                .allSatisfy(caption -> assertThat(caption.above()).isZero());
    }

    /// Spaces and marks are not counted: what is spoken sounds the same.
    private static String letters(String text) {
        return text.replaceAll("[^\\p{L}\\d]", "").toLowerCase(Locale.ROOT);
    }
}
