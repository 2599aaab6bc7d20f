package dev.zoetrope.animatic.board;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.SplittableRandom;

/// Panels as they stand on synthetic sheets, for tests of what looks at a panel alone.
public final class Drawings {
    private Drawings() {}

    /// A drawing in colour, a photograph, a flat one, ink or pencil, as the seed wants.
    public static BufferedImage drawing(int width, int height, long seed) {
        return new SyntheticPicture(SheetKind.PLAIN, Color.WHITE, true, new SplittableRandom(seed)).draw(width, height);
    }

    /// Lines of ink or pencil alone.
    public static BufferedImage sketch(int width, int height, long seed) {
        return new SyntheticPicture(SheetKind.SKETCH, Color.WHITE, true, new SplittableRandom(seed))
                .draw(width, height);
    }
}
