package dev.zoetrope.animatic.scene;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/// Draws scenes on one page, to be looked at: `DrawScenes FILE COLUMNS HEIGHT SEED "words" "words" ...`.
final class DrawScenes {
    private DrawScenes() {}

    public static void main(String[] arguments) throws IOException {
        int columns = Integer.parseInt(arguments[1]);
        int rows = Integer.parseInt(arguments[2]);
        long seed = Long.parseLong(arguments[3]);
        List<String> all = arguments[4].startsWith("@")
                ? Files.readAllLines(Path.of(arguments[4].substring(1)))
                : List.of(arguments).subList(4, arguments.length);
        int wide = rows * 16 / 9;
        var page = new BufferedImage(
                columns * wide, (all.size() + columns - 1) / columns * (rows + 14), BufferedImage.TYPE_INT_RGB);
        Graphics2D ink = page.createGraphics();
        for (int i = 0; i < all.size(); i++) {
            int x = i % columns * wide;
            int y = i / columns * (rows + 14);
            ink.drawImage(picture(all.get(i), seed + i, wide, rows), x, y, null);
            ink.setPaint(Color.WHITE);
            ink.drawString(all.get(i), x + 4, y + rows + 11);
        }
        ink.dispose();
        ImageIO.write(page, "png", Path.of(arguments[0]).toFile());
    }

    static BufferedImage picture(String words, long seed, int wide, int rows) {
        var picture = new BufferedImage(wide, rows, BufferedImage.TYPE_INT_RGB);
        Graphics2D ink = picture.createGraphics();
        for (Layer layer : new ScenePainter(Scene.read(words), seed, (double) wide / rows, rows).layers()) {
            var sheet = new BufferedImage(layer.width(), layer.height(), BufferedImage.TYPE_INT_ARGB);
            sheet.setRGB(0, 0, layer.width(), layer.height(), layer.pixels(), 0, layer.width());
            ink.drawImage(sheet, layer.left(), layer.top(), null);
        }
        ink.dispose();
        return picture;
    }
}
