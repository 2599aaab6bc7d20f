package dev.zoetrope.animatic.board;

import dev.zoetrope.animatic.Caption;
import dev.zoetrope.animatic.Picture;
import dev.zoetrope.animatic.Sheet;
import dev.zoetrope.animatic.words.Grey;
import dev.zoetrope.animatic.words.Reading;
import dev.zoetrope.animatic.words.WordReader;
import dev.zoetrope.animatic.words.WordsUnavailable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Reads what is written to the panels of a storyboard: below, beside, above or inside them, or in the columns of a
/// shot table.
///
/// Opening one takes a tenth of a second and about 60 MB: a process opens one and keeps it. Where the platform cannot
/// read words, it says so once and all captions are empty. Thread-safe, deterministic. Takes some 40 ms a sheet and
/// 20 ms a line of writing. Whoever opens one closes it, once no call is under way.
public final class CaptionReader implements AutoCloseable {
    /// Letters less sure than this in the mean are no words.
    private static final double SURE = 0.5;

    /// Inside a picture much looks like letters.
    private static final double SURE_INSIDE = 0.75;

    /// So many of the panels must have words beside them, else they are sought inside.
    private static final double ENOUGH = 0.5;

    /// What rows of windows, bars and steps in a picture are read as.
    private static final Pattern LATTICE = Pattern.compile("[一二三亖工王丰目日曰口田囗冂U=|\\-—\\s]+");

    /// More lines than this is a page of text, not a storyboard; it bounds the time a sheet can take.
    private static final int MOST_LINES = 120;

    private static final Pattern IDEOGRAPH = Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}，。；：！？、”“（）]");

    /// Null where the platform cannot read words.
    private final @Nullable WordReader words;

    private CaptionReader(@Nullable WordReader words) {
        this.words = words;
    }

    /// Loads what reads words.
    ///
    /// @param unavailable told why, where words cannot be read here; captions are empty then
    public static CaptionReader open(Consumer<String> unavailable) {
        try {
            return new CaptionReader(WordReader.open());
        } catch (WordsUnavailable e) {
            unavailable.accept("captions are not read: " + e.getMessage());
            return new CaptionReader(null);
        }
    }

    /// Reads the captions of a sheet; a single picture has none. Blocking.
    ///
    /// @param picture the sheet
    /// @param sheet what was found on it
    /// @return a caption for each panel, in the sheet's order
    public List<Caption> read(Picture picture, Sheet sheet) {
        if (words == null || !sheet.isStoryboard()) {
            return Collections.nCopies(sheet.panels().size(), Caption.NONE);
        }
        return read(StraightSheet.of(picture, sheet), words);
    }

    private static List<Caption> read(StraightSheet straight, WordReader words) {
        CaptionPlaces places = CaptionPlaces.find(straight);
        if (places.isTable()) {
            return new ShotTable(straight.grey(), places, words).read();
        }
        List<Caption> captions = captions(straight.grey(), places.lines(), SURE, words);
        long written = captions.stream().filter(caption -> !caption.isEmpty()).count();
        if (written >= ENOUGH * captions.size()) {
            return captions;
        }
        List<List<Box>> lines = InsideLines.find(straight, words);
        List<Caption> inside = captions(straight.grey(), lines, SURE_INSIDE, words);
        return IntStream.range(0, inside.size())
                .mapToObj(i -> WordStrips.on(straight.grey(), straight.panels().get(i), lines.get(i), inside.get(i)))
                .toList();
    }

    private static List<Caption> captions(Grey grey, List<List<Box>> lines, double sure, WordReader words) {
        List<Grey> strips = lines.stream()
                .flatMap(List::stream)
                .limit(MOST_LINES)
                .map(line -> strip(grey, line))
                .toList();
        List<Reading> readings = words.read(strips);
        var captions = new ArrayList<Caption>();
        int from = 0;
        for (List<Box> own : lines) {
            int to = Math.min(readings.size(), from + own.size());
            captions.add(caption(readings.subList(from, to), sure));
            from = to;
        }
        return Collections.unmodifiableList(captions);
    }

    @Override
    public void close() {
        if (words != null) {
            words.close();
        }
    }

    /// A line with a little room around.
    static Grey strip(Grey grey, Box line) {
        int room = Math.max(2, line.height() / 6);
        return grey.part(line.left() - 2 * room, line.top() - room, line.right() + 2 * room, line.bottom() + room);
    }

    static Caption caption(List<Reading> readings, double sure) {
        var text = new StringBuilder();
        double confidence = 0;
        int count = 0;
        for (Reading reading : readings) {
            boolean isPicture =
                    sure >= SURE_INSIDE && LATTICE.matcher(reading.text()).matches();
            if (reading.confidence() >= sure && !reading.text().isEmpty() && !isPicture) {
                join(text, reading.text());
                confidence += reading.confidence();
                count++;
            }
        }
        return count == 0 ? Caption.NONE : new Caption(text.toString(), confidence / count);
    }

    /// Between two ideographs a line's end is nothing, elsewhere it is a space.
    private static void join(StringBuilder text, String line) {
        if (!text.isEmpty()) {
            boolean isTight =
                    IDEOGRAPH.matcher(text.substring(text.length() - 1)).matches()
                            && IDEOGRAPH.matcher(line.substring(0, 1)).matches();
            text.append(isTight ? "" : " ");
        }
        text.append(line);
    }
}
