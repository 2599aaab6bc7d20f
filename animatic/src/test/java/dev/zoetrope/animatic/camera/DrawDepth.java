package dev.zoetrope.animatic.camera;

import dev.zoetrope.animatic.Frame;
import dev.zoetrope.animatic.FrameSize;
import dev.zoetrope.animatic.Life;
import dev.zoetrope.animatic.Picture;
import dev.zoetrope.animatic.Quad;
import dev.zoetrope.animatic.Sheet;
import dev.zoetrope.animatic.SheetHints;
import dev.zoetrope.animatic.Timeline;
import dev.zoetrope.animatic.Timeline.Move;
import dev.zoetrope.animatic.Timeline.Shot;
import dev.zoetrope.animatic.board.StoryboardReader;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;

/// Draws what is taken for the foreground of each panel of a sheet, and the first, middle and last frame of a move in
/// depth, for eyes: `SHEET OUT MOVE AMOUNT DEPTH [PANEL]`.
final class DrawDepth {
    private static final FrameSize SMALL = new FrameSize(432, 248);
    private static final FrameSize LARGE = new FrameSize(864, 496);
    private static final int FRAMES = 49;

    private DrawDepth() {}

    public static void main(String[] arguments) throws IOException {
        Picture picture = Scenes.picture(read(Path.of(arguments[0])));
        Move move = new Move(
                Move.Kind.valueOf(arguments[2].toUpperCase(Locale.ROOT)),
                Double.parseDouble(arguments[3]),
                Move.Easing.LINEAR);
        double depth = Double.parseDouble(arguments[4]);
        Sheet sheet = new StoryboardReader().read(picture, SheetHints.NONE);
        List<Quad> quads = sheet.panels().stream().map(Sheet.Panel::quad).toList();
        if (arguments.length > 5) {
            quads = List.of(quads.get(Integer.parseInt(arguments[5])));
        }
        FrameSize size = arguments.length > 5 ? LARGE : SMALL;
        var page = new BufferedImage(4 * size.width(), quads.size() * size.height(), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = page.createGraphics();
        for (int i = 0; i < quads.size(); i++) {
            pen.drawImage(cutout(Upright.of(picture, quads.get(i)), size), 0, i * size.height(), null);
            Shot shot = new Shot(
                    1,
                    0,
                    FRAMES,
                    new Timeline.View.Panel(0, quads.get(i)),
                    move,
                    Timeline.Transition.CUT,
                    List.of(),
                    Life.NONE,
                    0,
                    depth,
                    "");
            var camera = new Camera(
                    Scenes.brief(picture, size, FRAMES),
                    new Timeline(Timeline.VERSION, size, FRAMES, 1, List.of(shot), null));
            for (int k = 0; k < 3; k++) {
                Frame frame = Frame.onHeap(size);
                camera.shoot(k * (FRAMES - 1) / 2, frame);
                pen.drawImage(image(frame), (k + 1) * size.width(), i * size.height(), null);
            }
        }
        pen.dispose();
        ImageIO.write(page, "png", Path.of(arguments[1]).toFile());
    }

    private static BufferedImage read(Path file) throws IOException {
        BufferedImage image = ImageIO.read(file.toFile());
        var copy = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        copy.getGraphics().drawImage(image, 0, 0, null);
        return copy;
    }

    /// The panel, with what lies behind made dark.
    private static BufferedImage cutout(Upright panel, FrameSize size) {
        Cutout cutout = Cutout.of(panel).orElse(null);
        var image = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < size.height(); y++) {
            for (int x = 0; x < size.width(); x++) {
                double across = (x + 0.5) / size.width();
                double down = (y + 0.5) / size.height();
                int rgb = panel.picture()
                        .at((int) (panel.left() + across * panel.width()), (int) (panel.top() + down * panel.height()));
                double kept = cutout == null ? 0.25 : 0.25 + 0.75 * cutout.at(across, down);
                int pixel = 0;
                for (int shift = 16; shift >= 0; shift -= 8) {
                    int add = cutout != null && shift == 8 ? (int) (60 * (1 - cutout.at(across, down))) : 0;
                    pixel |= Math.min(255, (int) ((rgb >> shift & 0xFF) * kept) + add) << shift;
                }
                image.setRGB(x, y, pixel);
            }
        }
        return image;
    }

    static BufferedImage image(Frame frame) {
        var image = new BufferedImage(frame.size().width(), frame.size().height(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < frame.size().height(); y++) {
            for (int x = 0; x < frame.size().width(); x++) {
                double light = (frame.at(0, x, y) - 16) * 255 / 219.0;
                double blue = (frame.at(1, x / 2, y / 2) - 128) * 255 / 224.0;
                double red = (frame.at(2, x / 2, y / 2) - 128) * 255 / 224.0;
                int r = level(light + 1.5748 * red);
                int b = level(light + 1.8556 * blue);
                int g = level((light - 0.2126 * (light + 1.5748 * red) - 0.0722 * (light + 1.8556 * blue)) / 0.7152);
                image.setRGB(x, y, r << 16 | g << 8 | b);
            }
        }
        return image;
    }

    private static int level(double value) {
        return Math.clamp(Math.round(value), 0, 255);
    }
}
