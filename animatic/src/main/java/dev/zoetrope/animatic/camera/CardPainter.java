package dev.zoetrope.animatic.camera;

import dev.zoetrope.animatic.FrameSize;
import dev.zoetrope.animatic.Picture;
import dev.zoetrope.animatic.Timeline.View;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.LinearGradientPaint;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/// Draws a card: a scene composed from its words, and the words themselves on an overlay of their own, so that
/// they stand still and sharp while the camera moves over the scene.
final class CardPainter {
    private static final int LAYERS = 3;

    private final View.Card card;
    private final FrameSize size;
    private final SplittableRandom random;
    private final double horizon;

    CardPainter(View.Card card, FrameSize size) {
        this.card = card;
        this.size = size;
        this.random = new SplittableRandom(card.seed());
        this.horizon = size.height() * (0.56 + random.nextDouble() * 0.12);
    }

    /// The scene.
    Picture background() {
        var image = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = graphics(image);
        Scenery scenery = Scenery.of(card.scene() + " " + card.text(), card.seed());
        sky(graphics, scenery);
        for (int layer = 0; layer < LAYERS; layer++) {
            layer(graphics, scenery, layer);
        }
        if (scenery.rain()) {
            rain(graphics);
        }
        graphics.dispose();
        int[] pixels = image.getRGB(0, 0, size.width(), size.height(), null, 0, size.width());
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] &= 0xFFFFFF;
        }
        return new Picture(size.width(), size.height(), pixels);
    }

    private void sky(Graphics2D graphics, Scenery scenery) {
        graphics.setPaint(gradient(0, horizon, scenery.sky()));
        graphics.fill(new Rectangle2D.Double(0, 0, size.width(), size.height()));
        if (scenery.stars()) {
            graphics.setPaint(new Color(255, 255, 255, 190));
            for (int star = 0; star < 140; star++) {
                double radius = size.height() * (0.0012 + random.nextDouble() * 0.0014);
                disc(graphics, random.nextDouble() * size.width(), random.nextDouble() * horizon, radius);
            }
        }
        if (!scenery.rain()) {
            double radius = size.height() * (0.055 + random.nextDouble() * 0.03);
            double x = size.width() * (0.2 + random.nextDouble() * 0.6);
            double y = horizon - size.height() * (scenery.stars() ? 0.38 : 0.06 + random.nextDouble() * 0.2);
            glow(graphics, x, y, radius * 5, scenery.light());
            graphics.setPaint(scenery.light());
            disc(graphics, x, y, radius);
        }
    }

    private static void disc(Graphics2D graphics, double x, double y, double radius) {
        graphics.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }

    private static void glow(Graphics2D graphics, double x, double y, double radius, Color light) {
        Color[] colours = {
            new Color(light.getRed(), light.getGreen(), light.getBlue(), 110),
            new Color(light.getRed(), light.getGreen(), light.getBlue(), 0)
        };
        graphics.setPaint(new RadialGradientPaint((float) x, (float) y, (float) radius, new float[] {0, 1}, colours));
        disc(graphics, x, y, radius);
    }

    private void layer(Graphics2D graphics, Scenery scenery, int layer) {
        double top = horizon + (size.height() - horizon) * layer / LAYERS * 0.8;
        graphics.setPaint(scenery.ground().get(layer));
        graphics.fill(
                switch (scenery.kind()) {
                    case HILLS -> ridge(top, size.height() * (0.10 - layer * 0.02), 2.2 + layer);
                    case SEA -> ridge(top, size.height() * (0.006 + layer * 0.006), 9 - layer * 2);
                    case CITY -> skyline(top, layer);
                    case FOREST -> trees(top, layer);
                });
    }

    /// A line of waves of three lengths, filled to the ground.
    private Shape ridge(double top, double height, double waves) {
        double[] phases = {random.nextDouble(), random.nextDouble(), random.nextDouble()};
        var path = new Path2D.Double();
        path.moveTo(0, size.height());
        for (int x = 0; x <= size.width() + 2; x += 2) {
            double at = (double) x / size.width() * waves;
            double wave = StrictMath.sin((at + phases[0]) * 2 * StrictMath.PI) * 0.55
                    + StrictMath.sin((at * 2.3 + phases[1]) * 2 * StrictMath.PI) * 0.3
                    + StrictMath.sin((at * 5.1 + phases[2]) * 2 * StrictMath.PI) * 0.15;
            path.lineTo(x, top - wave * height);
        }
        path.lineTo(size.width() + 2, size.height());
        path.closePath();
        return path;
    }

    private Shape skyline(double top, int layer) {
        var path = new Path2D.Double(Path2D.WIND_NON_ZERO);
        double x = -random.nextDouble() * size.width() * 0.05;
        while (x < size.width()) {
            double width = size.width() * (0.035 + random.nextDouble() * 0.05);
            double height = size.height() * (0.08 + random.nextDouble() * (0.32 - layer * 0.09));
            path.append(new Rectangle2D.Double(x, top - height, width, size.height()), false);
            x += width * (0.95 + random.nextDouble() * 0.2);
        }
        path.append(new Rectangle2D.Double(0, top, size.width(), size.height()), false);
        return path;
    }

    private Shape trees(double top, int layer) {
        var path = new Path2D.Double(Path2D.WIND_NON_ZERO);
        double x = -random.nextDouble() * size.width() * 0.04;
        while (x < size.width() * 1.02) {
            double height = size.height() * (0.16 + random.nextDouble() * 0.14 + layer * 0.03);
            double half = height * (0.16 + random.nextDouble() * 0.06);
            for (int tier = 0; tier < 3; tier++) {
                double tip = top - height + tier * height * 0.24;
                double foot = tip + height * 0.46;
                double reach = half * (0.55 + tier * 0.24);
                path.moveTo(x, tip);
                path.lineTo(x + reach, foot);
                path.lineTo(x - reach, foot);
                path.closePath();
            }
            x += half * (1.1 + random.nextDouble() * 1.4);
        }
        path.append(new Rectangle2D.Double(0, top - size.height() * 0.03, size.width(), size.height()), false);
        return path;
    }

    private void rain(Graphics2D graphics) {
        graphics.setStroke(new BasicStroke((float) (size.height() * 0.0022)));
        graphics.setPaint(new Color(225, 235, 245, 110));
        for (int drop = 0; drop < 260; drop++) {
            double x = random.nextDouble() * size.width() * 1.1;
            double y = random.nextDouble() * size.height();
            double length = size.height() * (0.02 + random.nextDouble() * 0.035);
            graphics.draw(new Line2D.Double(x, y, x - length * 0.25, y + length));
        }
    }

    /// The words, or null for a card without any.
    @Nullable
    Overlay lettering() {
        if (card.text().isBlank()) {
            return null;
        }
        // Sides of a tenth stay free: what players and screens may cover ("title safe").
        double width = size.width() * 0.8;
        double largest = Math.min(size.height() * 0.115, size.width() * 0.085);
        Lettering letters = Lettering.get();
        TextBlock block = TextBlock.fit(card.text().strip(), largest, width, 4, letters::width);
        var image = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = graphics(image);
        double leading = block.height() * 1.35;
        double baseline = (size.height() - leading * block.lines().size()) / 2 + block.height() * 0.98;
        for (String line : block.lines()) {
            double x = (size.width() - letters.width(line) * block.height()) / 2;
            Shape outline = letters.outline(line, x, baseline, block.height());
            // A dark rim keeps light letters readable on any scene.
            graphics.setStroke(
                    new BasicStroke((float) (block.height() * 0.13), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            graphics.setPaint(new Color(10, 12, 20, 120));
            graphics.draw(outline);
            graphics.setPaint(new Color(0xfbf7ee));
            graphics.fill(outline);
            baseline += leading;
        }
        graphics.dispose();
        return new Overlay(image);
    }

    private static LinearGradientPaint gradient(double from, double to, List<Color> colours) {
        return new LinearGradientPaint(
                0, (float) from, 0, (float) to, new float[] {0, 0.6f, 1}, colours.toArray(Color[]::new));
    }

    private static Graphics2D graphics(BufferedImage image) {
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        return graphics;
    }
}
