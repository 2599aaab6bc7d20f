package dev.zoetrope.animatic;

import java.util.SplittableRandom;

/// Kinds of synthetic sheets, by what is hard about them. Whatever a kind does not settle is drawn at random: number
/// and style of the pictures, frames, captions, titles, tint, light, grain, JPEG, and a turned scan for each fifth.
enum SheetKind {
    /// A grid with gutters from 9 px and a margin, on white or tinted paper.
    PLAIN(8, true),
    /// The same on dark paper.
    DARK(5, true),
    /// Turned by up to 3 degrees.
    TURNED(7, true),
    /// The last row is not full.
    INCOMPLETE(4, true),
    /// Each row has its own number of panels.
    ROWS(4, true),
    /// Each column has its own number of panels.
    COLUMNS(3, true),
    /// Columns and rows of different sizes.
    UNEVEN(4, true),
    /// One row or one column.
    STRIP(4, true),
    /// Header, footer, numbers and captions.
    POSTER(4, true),
    /// Captions to the right of the pictures.
    BESIDE(3, true),
    /// Captions, numbers and balloons inside the pictures.
    INSIDE(3, true),
    /// Bars in the frame's colour cross whole pictures.
    INTERIOR(7, false),
    /// No margin around.
    NO_MARGIN(9, false),
    /// Gutters of 2 to 8 px.
    THIN(10, false),
    /// Panels that share their lines.
    SHARED(7, false),
    /// Neither gutters nor lines.
    MOSAIC(4, false),
    /// Irregular comic pages.
    COMIC(4, false),
    /// Comic pages with slanted gutters.
    SLANTED(2, false),
    /// Arrows that cross the gutters.
    ARROWS(2, false),
    /// Shot tables: number, picture, and columns of text, ruled.
    TABLE(2, false),
    /// Each caption in a ruled box that hangs on the frame.
    BOXED(2, false),
    /// One picture, no sheet.
    SINGLE(4, false);

    private final int weight;
    private final boolean isPlain;

    SheetKind(int weight, boolean isPlain) {
        this.weight = weight;
        this.isPlain = isPlain;
    }

    /// Gutters of at least 9 px, a margin, and nothing that is meant to mislead.
    boolean isPlain() {
        return isPlain;
    }

    /// The kind of a seed when kinds come as often as their weights say.
    static SheetKind drawn(long seed) {
        int sum = 0;
        for (SheetKind kind : values()) {
            sum += kind.weight;
        }
        int at = new SplittableRandom(seed ^ 0x5eedL).nextInt(sum);
        for (SheetKind kind : values()) {
            at -= kind.weight;
            if (at < 0) {
                return kind;
            }
        }
        throw new IllegalStateException("the weights do not add up");
    }
}
