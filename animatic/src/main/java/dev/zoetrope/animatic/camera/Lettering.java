package dev.zoetrope.animatic.camera;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TrueTypeCollection;
import org.apache.fontbox.ttf.TrueTypeFont;

/// The outlines of words in the font that comes with the program, which has Latin, Chinese, Japanese and
/// Korean. Drawn from the font's own outlines, since a machine without a font configuration cannot use the
/// platform's text drawing, and another machine's fonts would give another film. Thread-safe.
public final class Lettering {
    private static final String FONT = "fonts/wqy-microhei.ttc";
    private static final String NAME = "WenQuanYiMicroHei";

    private final TrueTypeFont font;
    private final CmapLookup glyphs;

    private Lettering(TrueTypeFont font) throws IOException {
        this.font = font;
        this.glyphs = font.getUnicodeCmapLookup();
    }

    /// The one instance, made at the first use: reading the font takes a moment.
    public static Lettering get() {
        return Holder.INSTANCE;
    }

    private static final class Holder {
        static final Lettering INSTANCE = load();
    }

    private static Lettering load() {
        try (InputStream in = Lettering.class.getResourceAsStream(FONT)) {
            if (in == null) {
                throw new IllegalStateException("the font " + FONT + " is missing from the program");
            }
            // Not closed: the font reads its outlines from the collection as they are asked for.
            var collection = new TrueTypeCollection(in);
            return new Lettering(collection.getFontByName(NAME));
        } catch (IOException e) {
            throw new UncheckedIOException("the font " + FONT + " cannot be read", e);
        }
    }

    /// How wide a line is, in units of its height.
    public double width(String line) {
        return line.codePoints().mapToDouble(this::advance).sum();
    }

    private double advance(int character) {
        synchronized (font) { // the reader of the font keeps its place in the file
            try {
                return font.getAdvanceWidth(glyphs.getGlyphId(character)) / (double) font.getUnitsPerEm();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /// A line's outline, its baseline starting at a place.
    ///
    /// @param height of the letters' square in pixels
    public Shape outline(String line, double x, double baseline, double height) {
        var outline = new Path2D.Double(Path2D.WIND_NON_ZERO);
        double pen = x;
        for (int character : line.codePoints().toArray()) {
            synchronized (font) {
                try {
                    double scale = height / font.getUnitsPerEm();
                    var place = new AffineTransform(scale, 0, 0, -scale, pen, baseline);
                    var glyph = font.getGlyph().getGlyph(glyphs.getGlyphId(character));
                    if (glyph != null) {
                        outline.append(glyph.getPath().getPathIterator(place), false);
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            pen += advance(character) * height;
        }
        return outline;
    }
}
