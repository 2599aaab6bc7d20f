package dev.zoetrope.cli;

import dev.zoetrope.animatic.Picture;
import dev.zoetrope.animatic.Quad;
import dev.zoetrope.animatic.Sheet;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/// Draws a sheet with its panels outlined and numbered in reading order, for eyes. Public for the gallery.
public final class BoardDrawing {
    /// Colours that stand out on paper, ink and each other.
    private static final List<Color> COLOURS = List.of(
            new Color(0xe6194b), new Color(0x1e8c3a), new Color(0x2255dd), new Color(0xd46a00), new Color(0x8a1fb5));

    private BoardDrawing() {}

    static void write(Picture picture, Sheet sheet, Path file) throws IOException {
        if (!ImageIO.write(draw(picture, sheet), "png", file.toFile())) {
            throw new IOException("this Java cannot write PNG");
        }
    }

    /// The picture with each panel's outline and number on it.
    public static BufferedImage draw(Picture picture, Sheet sheet) {
        var image = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, picture.width(), picture.height(), picture.pixels(), 0, picture.width());
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        int unit = Math.max(2, Math.min(picture.width(), picture.height()) / 250);
        pen.setStroke(new BasicStroke(unit));
        pen.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 7 * unit));
        for (int i = 0; i < sheet.panels().size(); i++) {
            draw(pen, sheet.panels().get(i).quad(), i, unit);
        }
        pen.dispose();
        return image;
    }

    private static void draw(Graphics2D pen, Quad quad, int index, int unit) {
        Color colour = COLOURS.get(index % COLOURS.size());
        var outline = new Path2D.Double();
        outline.moveTo(quad.topLeft().x(), quad.topLeft().y());
        outline.lineTo(quad.topRight().x(), quad.topRight().y());
        outline.lineTo(quad.bottomRight().x(), quad.bottomRight().y());
        outline.lineTo(quad.bottomLeft().x(), quad.bottomLeft().y());
        outline.closePath();
        pen.setColor(colour);
        pen.draw(outline);
        String number = String.valueOf(index + 1);
        int x = (int) quad.topLeft().x();
        int y = (int) quad.topLeft().y();
        pen.fillRect(x, y, pen.getFontMetrics().stringWidth(number) + 4 * unit, 10 * unit);
        pen.setColor(Color.WHITE);
        pen.drawString(number, x + 2 * unit, y + 7 * unit + unit / 2);
    }
}
