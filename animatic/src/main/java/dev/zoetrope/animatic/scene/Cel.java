package dev.zoetrope.animatic.scene;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.LinearGradientPaint;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/// A clear sheet to draw one layer on. The unit is the frame's height, the origin its upper left corner; there is room
/// for more on each side, as nearer sheets move further than the frame.
final class Cel {
    /// Room on the left and right.
    static final double ASIDE = 0.22;

    /// Room above and below.
    static final double ABOVE = 0.12;

    /// Fine grain, in code values: it keeps smooth surfaces from showing steps.
    private static final double GRAIN = 1.6;

    /// Clear pixels left around what is drawn.
    private static final int CLEAR = 4;

    private final BufferedImage image;
    private final Graphics2D ink;
    private final int rows;
    private final int aside;
    private final int above;
    private final double ratio;

    /// @param rows of pixels in a frame's height
    Cel(double ratio, int rows) {
        this.ratio = ratio;
        this.rows = rows;
        aside = (int) Math.ceil(ASIDE * rows);
        above = (int) Math.ceil(ABOVE * rows);
        image = new BufferedImage(
                (int) Math.round(ratio * rows) + 2 * aside, rows + 2 * above, BufferedImage.TYPE_INT_ARGB);
        ink = image.createGraphics();
        ink.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        ink.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        ink.translate(aside, above);
        ink.scale(rows, rows);
    }

    double left() {
        return -ASIDE;
    }

    double right() {
        return ratio + ASIDE;
    }

    double bottom() {
        return 1 + ABOVE;
    }

    Graphics2D ink() {
        return ink;
    }

    void fill(Shape shape, Color colour) {
        ink.setPaint(colour);
        ink.fill(shape);
    }

    /// Fills with colours that change downwards.
    void fade(Shape shape, double from, Color upper, double to, Color lower) {
        ink.setPaint(new LinearGradientPaint(
                0, (float) from, 0, (float) to, new float[] {0, 1}, new Color[] {upper, lower}));
        ink.fill(shape);
    }

    void disc(double x, double y, double radius, Color colour) {
        fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius), colour);
    }

    /// Light that falls off around a place.
    void glow(double x, double y, double radius, Color light, double strength) {
        ink.setPaint(new RadialGradientPaint(
                (float) x, (float) y, (float) radius, new float[] {0, 0.18f, 0.45f, 1}, new Color[] {
                    Tones.clear(light, strength),
                    Tones.clear(light, strength * 0.6),
                    Tones.clear(light, strength * 0.2),
                    Tones.clear(light, 0)
                }));
        ink.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }

    /// A mist that is thickest at one height, before all that is drawn so far and over the clear parts as well.
    void mist(double from, double thickest, Color colour, double strength) {
        double end = thickest + (thickest - from) * 0.7;
        ink.setPaint(new LinearGradientPaint(
                0,
                (float) from,
                0,
                (float) end,
                new float[] {0, (float) ((thickest - from) / (end - from)), 1},
                new Color[] {Tones.clear(colour, 0), Tones.clear(colour, strength), Tones.clear(colour, 0)}));
        ink.fill(new Rectangle2D.Double(left(), from, right() - left(), end - from));
    }

    /// Draws on what is drawn already, and nowhere else.
    void onlyWithin(Shape shape, Color colour) {
        ink.setComposite(AlphaComposite.SrcAtop);
        fill(shape, colour);
        ink.setComposite(AlphaComposite.SrcOver);
    }

    /// A clear sheet of the same size.
    Cel alike() {
        return new Cel(ratio, rows);
    }

    /// Lets what is drawn within a box grow lighter towards its foot, as the ground lights it.
    void shade(Rectangle2D box, Color lower) {
        ink.setComposite(AlphaComposite.SrcAtop);
        fade(
                box,
                box.getMinY() + box.getHeight() * 0.45,
                Tones.clear(lower, 0),
                box.getMaxY(),
                Tones.clear(lower, 0.7));
        ink.setComposite(AlphaComposite.SrcOver);
    }

    /// Lays another sheet of the same size on this one.
    void lay(Cel other) {
        AffineTransform before = ink.getTransform();
        ink.setTransform(new AffineTransform());
        ink.drawImage(other.image, 0, 0, null);
        ink.setTransform(before);
    }

    int[] pixels() {
        return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    }

    int width() {
        return image.getWidth();
    }

    int height() {
        return image.getHeight();
    }

    /// The place of a pixel's middle.
    double x(int column) {
        return (column + 0.5 - aside) / rows;
    }

    double y(int row) {
        return (row + 0.5 - above) / rows;
    }

    /// Takes the focus off.
    ///
    /// @param radius in frame heights
    void blur(double radius) {
        Blur.of(pixels(), width(), height(), (int) Math.round(radius * rows));
    }

    /// The finished sheet, cut down to what is drawn on it.
    Layer layer(double nearness, Layer.Drift drift, long seed) {
        int[] all = pixels();
        grain(all, seed);
        int top = height();
        int bottom = -1;
        int left = width();
        int right = -1;
        for (int y = 0; y < height(); y++) {
            for (int x = 0; x < width(); x++) {
                if (all[y * width() + x] >>> 24 != 0) {
                    top = Math.min(top, y);
                    bottom = y;
                    left = Math.min(left, x);
                    right = Math.max(right, x);
                }
            }
        }
        if (bottom < 0) {
            return new Layer(0, 0, 1, 1, new int[1], nearness, drift);
        }
        // The edge is repeated outwards, and colour has half the samples: it must be clear for more than one of them.
        top = Math.max(0, top - CLEAR);
        left = Math.max(0, left - CLEAR);
        bottom = Math.min(height() - 1, bottom + CLEAR);
        right = Math.min(width() - 1, right + CLEAR);
        int[] part = new int[(right - left + 1) * (bottom - top + 1)];
        for (int y = top; y <= bottom; y++) {
            System.arraycopy(all, y * width() + left, part, (y - top) * (right - left + 1), right - left + 1);
        }
        ink.dispose();
        return new Layer(left - aside, top - above, right - left + 1, bottom - top + 1, part, nearness, drift);
    }

    private void grain(int[] all, long seed) {
        for (int i = 0; i < all.length; i++) {
            int pixel = all[i];
            if (pixel >>> 24 != 0) {
                double chance = Noise.of(seed, i, 1) + Noise.of(seed, i, 2) - 1;
                int by = (int) Math.round(GRAIN * chance);
                all[i] = (pixel & 0xFF000000)
                        | (channel(pixel, 16, by) << 16)
                        | (channel(pixel, 8, by) << 8)
                        | channel(pixel, 0, by);
            }
        }
    }

    private static int channel(int pixel, int shift, int by) {
        return Math.clamp((pixel >> shift & 0xFF) + by, 0, 255);
    }
}
