package dev.zoetrope.animatic.camera;

import dev.zoetrope.animatic.FrameSize;
import dev.zoetrope.animatic.Picture;
import dev.zoetrope.animatic.Timeline.View;
import dev.zoetrope.animatic.scene.Layer;
import dev.zoetrope.animatic.scene.Scene;
import dev.zoetrope.animatic.scene.ScenePainter;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/// Draws a card: the layers of its scene, and its title on an overlay of its own, so that it stands still and sharp
/// while the camera moves over the scene.
final class CardPainter {
    /// Drawn so much finer than the film, so that the camera may go nearer.
    private static final double FINENESS = 1.1;

    /// Large films are drawn no finer than this and enlarged: all sheets of some shots are in memory at once.
    private static final int MOST_ROWS = 900;

    private final View.Card card;
    private final FrameSize size;
    private final int rows;
    private final List<Layer> layers;

    CardPainter(View.Card card, FrameSize size) {
        this.card = card;
        this.size = size;
        this.rows = (int) Math.min(MOST_ROWS, Math.round(FINENESS * size.height()));
        this.layers = new ScenePainter(Scene.read(card.scene()), card.seed(), size.ratio(), rows).layers();
    }

    /// The furthest layer, as a panel with room around it.
    Upright background() {
        Layer far = layers.getFirst();
        int[] pixels = far.pixels().clone();
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] &= 0xFFFFFF;
        }
        var picture = new Picture(far.width(), far.height(), pixels);
        return new Upright(picture, -far.left(), -far.top(), rows * size.ratio(), rows);
    }

    /// The layers before it, from far to near.
    ///
    /// @param grading of the film, or null
    List<CardLayer> before(@Nullable Grading grading) {
        IntUnaryOperator colours = grading == null ? rgb -> rgb : grading::of;
        return layers.stream()
                .skip(1)
                .map(layer -> CardLayer.of(layer, rows, size.ratio(), colours))
                .toList();
    }

    /// The title, or null for a card without one.
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

    private static Graphics2D graphics(BufferedImage image) {
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        return graphics;
    }
}
