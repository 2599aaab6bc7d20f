package dev.zoetrope.animatic.board;

/// Kinds of synthetic sheets, by what is hard about them.
enum SheetKind {
    /// Gutters from 9 px, a margin, white or tinted paper, captions below or none.
    PLAIN(true),
    /// The same on dark paper.
    DARK(true),
    /// Plain, but turned by up to 3 degrees.
    TURNED(true),
    /// Plain, the last row not full.
    INCOMPLETE(true),
    /// Plain, but each row has its own number of panels.
    ROWS(true),
    /// Plain, but each column has its own number of panels.
    COLUMNS(true),
    /// Plain, but rows and columns of a grid have each their own size.
    UNEVEN(true),
    /// One column or one row.
    STRIP(true),
    /// Captions beside the panels, of one or two columns.
    BESIDE(true),
    /// Captions and shot numbers on the pictures.
    INSIDE(true),
    /// A poster: a title with lines of facts above, a footer.
    POSTER(true),
    /// Pencil or ink lines on the paper's own colour, in thin frames.
    SKETCH(true),
    /// Arrows from panel to panel across the gutters.
    ARROWS(true),
    /// An irregular comic page: cut again and again, rows and columns.
    COMIC(true),
    /// Pictures without frames, some of them pale.
    BARE(false),
    /// Gutters of 9 px and more, no margin around.
    NO_MARGIN(false),
    /// Gutters of 2 to 8 px.
    THIN(false),
    /// Panels that share their lines.
    SHARED(false),
    /// Neither gutters nor lines.
    MOSAIC(false),
    /// Forms with a ruled box for words under each picture.
    BOXED(false),
    /// Rooms whose bars and horizons cross the full picture.
    INTERIOR(false),
    /// A poor scan: turned, blurred, noisy, unevenly lit, JPEG of low quality.
    SCAN(false),
    /// A shot table with ruled lines; pictures in one of its columns.
    TABLE(false),
    /// A single picture, with or without a rim.
    SINGLE(false);

    private final boolean isPlain;

    SheetKind(boolean isPlain) {
        this.isPlain = isPlain;
    }

    /// True for sheets with gutters of 9 px and more, a margin, and no lines through the pictures.
    boolean isPlain() {
        return isPlain;
    }
}
