package dev.zoetrope.animatic;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;

/// Sets a title: large, in the middle, in few lines of equal length, white over a soft shadow, with a short rule below.
final class Lettering {
    /// Share of the frame's width that lines may fill: title-safe is 80 % (SMPTE ST 2046-1, 90 % of each axis at most).
    private static final double WIDTH = 0.78;

    private static final double HEIGHT = 0.66;

    /// Sizes of the letters as shares of the frame's mean side, from a short title's to a long sentence's.
    private static final double LARGEST = 0.1;

    private static final double SMALLEST = 0.036;
    private static final double SMALLER = 0.94;
    private static final double LINE = 1.42;

    /// A text beyond this many characters is cut: nobody reads more in one shot.
    private static final int MAX_CHARACTERS = 220;

    /// Larger letters in more lines than this look like a page.
    private static final int TITLE_LINES = 3;

    private static final Color WHITE = new Color(0xFF, 0xFC, 0xF5);
    private static final float SHADOW = 0.62f;

    private final FrameSize size;
    private final Typeface typeface = Typeface.only();

    Lettering(FrameSize size) {
        this.size = size;
    }

    /// The text as an overlay of the film's size.
    Overlay set(String text, Color accent) {
        String shown = drawable(text);
        double mean = Math.sqrt((double) size.width() * size.height());
        double em = LARGEST * mean;
        List<String> lines = lines(shown, em);
        while (em > SMALLEST * mean && !fits(lines, em, mean)) {
            em *= SMALLER;
            lines = lines(shown, em);
        }
        Path2D letters = new Path2D.Double(Path2D.WIND_NON_ZERO);
        double top = (size.height() - lines.size() * em * LINE) / 2;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            double x = (size.width() - width(line, em)) / 2;
            double baseline = top + i * em * LINE + (LINE * em - em) / 2 + 0.86 * em;
            for (int character : line.codePoints().toArray()) {
                letters.append(typeface.outline(character, em, x, baseline), false);
                x += typeface.advance(character) * em;
            }
        }
        double ruleWidth = 0.07 * mean;
        double ruleTop = top + lines.size() * em * LINE + 0.25 * em;
        Rectangle2D rule =
                new Rectangle2D.Double((size.width() - ruleWidth) / 2, ruleTop, ruleWidth, Math.max(1.5, 0.004 * mean));
        return new Overlay(drawn(letters, rule, accent, em));
    }

    private boolean fits(List<String> lines, double em, double mean) {
        boolean isLow = lines.size() * em * LINE <= HEIGHT * size.height();
        boolean isTitle = lines.size() <= TITLE_LINES || em < 0.065 * mean;
        return isLow && isTitle && lines.stream().allMatch(line -> width(line, em) <= WIDTH * size.width());
    }

    private List<String> lines(String text, double em) {
        return LineBreaker.lines(text, WIDTH * size.width(), line -> width(line, em));
    }

    private double width(String line, double em) {
        return line.codePoints().mapToDouble(typeface::advance).sum() * em;
    }

    /// What the typeface has of it, cut where it grows too long.
    private String drawable(String text) {
        StringBuilder out = new StringBuilder();
        int count = 0;
        for (int character : text.codePoints().toArray()) {
            if (count == MAX_CHARACTERS) {
                return out.toString().strip() + "…";
            }
            if (Character.isWhitespace(character)) {
                out.append(' ');
            } else if (typeface.has(character)) {
                out.appendCodePoint(character);
            }
            count++;
        }
        return out.toString();
    }

    private BufferedImage drawn(Path2D letters, Rectangle2D rule, Color accent, double em) {
        BufferedImage image = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.setColor(Color.BLACK);
        g.fill(letters);
        g.fill(rule);
        soften(image, Math.max(1, (int) Math.round(em * 0.13)));
        g.setColor(accent);
        g.fill(rule);
        g.setColor(WHITE);
        g.fill(letters);
        g.dispose();
        return image;
    }

    /// Makes the black letters their own shadow: three box blurs are near to a Gaussian.
    private void soften(BufferedImage image, int radius) {
        int width = size.width();
        int height = size.height();
        int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
        float[] alpha = new float[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            alpha[i] = pixels[i] >>> 24;
        }
        float[] other = new float[pixels.length];
        for (int pass = 0; pass < 3; pass++) {
            for (int y = 0; y < height; y++) {
                blur(alpha, other, y * width, 1, width, radius);
            }
            for (int x = 0; x < width; x++) {
                blur(other, alpha, x, width, height, radius);
            }
        }
        for (int i = 0; i < pixels.length; i++) {
            // Spread wide the shadow is thin; doubled it carries the letters on bright skies too.
            pixels[i] = (int) (Math.min(255, alpha[i] * 2) * SHADOW) << 24;
        }
        image.setRGB(0, 0, width, height, pixels, 0, width);
    }

    private static void blur(float[] from, float[] to, int start, int step, int count, int radius) {
        float sum = 0;
        for (int i = 0; i < Math.min(radius, count); i++) {
            sum += from[start + i * step];
        }
        for (int i = 0; i < count; i++) {
            if (i + radius < count) {
                sum += from[start + (i + radius) * step];
            }
            if (i - radius - 1 >= 0) {
                sum -= from[start + (i - radius - 1) * step];
            }
            to[start + i * step] = Math.max(0, sum / (2 * radius + 1));
        }
    }
}
