package dev.zoetrope.animatic;

import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TrueTypeCollection;
import org.apache.fontbox.ttf.TrueTypeFont;

/// The outlines of the one typeface that comes with the library: WenQuanYi Micro Hei, which has Latin, Cyrillic,
/// Chinese, kana and Hangul. It is read without the platform's fonts, of which a bare machine has none. Safe for any
/// number of threads.
final class Typeface {
    private static final String FILE = "wqy-microhei.ttc";

    private final TrueTypeFont font;
    private final CmapLookup characters;
    private final double unit;

    private Typeface() {
        List<TrueTypeFont> fonts = new ArrayList<>();
        // The collection stays open for good: outlines are read from it as they are asked for.
        try (InputStream stream = Typeface.class.getResourceAsStream(FILE)) {
            if (stream == null) {
                throw new IllegalStateException(FILE + " is missing from the library's jar");
            }
            new TrueTypeCollection(stream).processAllFonts(fonts::add);
            font = fonts.getFirst(); // the second has the same letters of one width
            characters = font.getUnicodeCmapLookup();
            unit = 1.0 / font.getUnitsPerEm();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the typeface " + FILE, e);
        }
    }

    /// Read when first needed: most films have no lettering.
    private static final class Holder {
        static final Typeface ONLY = new Typeface();
    }

    static Typeface only() {
        return Holder.ONLY;
    }

    /// Whether a character can be drawn.
    synchronized boolean has(int character) {
        return characters.getGlyphId(character) != 0;
    }

    /// How far the next character is, for letters of size 1.
    synchronized double advance(int character) {
        try {
            return font.getAdvanceWidth(characters.getGlyphId(character)) * unit;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the typeface " + FILE, e);
        }
    }

    /// A character's outline.
    ///
    /// @param size height of the em square in pixels
    /// @param x of its left edge
    /// @param y of its baseline
    synchronized GeneralPath outline(int character, double size, double x, double y) {
        try {
            var glyph = font.getGlyph().getGlyph(characters.getGlyphId(character));
            GeneralPath path = glyph == null ? new GeneralPath() : glyph.getPath();
            path.transform(new AffineTransform(size * unit, 0, 0, -size * unit, x, y));
            return path;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the typeface " + FILE, e);
        }
    }
}
