package dev.zoetrope.animatic.camera;

import dev.zoetrope.animatic.Brief;
import dev.zoetrope.animatic.Colour;
import dev.zoetrope.animatic.Frame;
import dev.zoetrope.animatic.FrameSize;
import dev.zoetrope.animatic.ShotList;
import dev.zoetrope.animatic.Timeline;
import dev.zoetrope.animatic.Timeline.Shot;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;

/// Draws a film on one page: the middle frame of each shot, with its number, times and move below. For people who want
/// to see a plan before, or beside, its film.
public final class ContactSheet {
    /// Width of one picture on the page.
    private static final int CELL = 384;

    private static final int GAP = 16;
    private static final int LETTERS = 15;
    private static final int LINE = 20;
    private static final int TEXT = 3 * LINE + 6;

    /// Rounded up, this many side by side make a page about as wide as high.
    private static final int MOST_COLUMNS = 4;

    private ContactSheet() {}

    /// Draws the page and writes it as PNG. Blocking, some 20 ms a shot.
    ///
    /// @param brief whose references the timeline shows
    /// @throws IOException when the file cannot be written
    public static void write(Brief brief, Timeline timeline, Path file) throws IOException {
        if (!ImageIO.write(draw(brief, timeline), "png", file.toFile())) {
            throw new IOException("this Java cannot write PNG; use a full JDK to write " + file);
        }
    }

    static BufferedImage draw(Brief brief, Timeline timeline) {
        List<Shot> shots = timeline.shots();
        int columns = Math.clamp((int) Math.ceil(Math.sqrt(shots.size())), 1, MOST_COLUMNS);
        int rows = Math.ceilDiv(shots.size(), columns);
        int high = (int) Math.round(CELL / timeline.size().ratio());
        var page = new BufferedImage(
                GAP + columns * (CELL + GAP), GAP + rows * (high + TEXT + GAP), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = page.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, page.getWidth(), page.getHeight());
        var camera = new Camera(brief, timeline);
        for (int i = 0; i < shots.size(); i++) {
            int x = GAP + i % columns * (CELL + GAP);
            int row = i / columns;
            int y = GAP + row * (high + TEXT + GAP);
            Frame frame = Frame.onHeap(timeline.size());
            camera.shoot(middle(shots.get(i)), frame);
            pen.drawImage(picture(frame), x, y, CELL, high, null);
            words(pen, shots.get(i), x, y + high);
        }
        pen.dispose();
        return page;
    }

    /// The middle of what is seen of a shot alone, behind its transition.
    private static int middle(Shot shot) {
        int clear = Math.min(shot.transition().frames(), shot.length() - 1);
        return shot.start() + clear + (shot.length() - clear) / 2;
    }

    private static void words(Graphics2D pen, Shot shot, int x, int y) {
        String times = String.format(
                Locale.ROOT,
                "%d   %.1f-%.1f s   %s",
                shot.number(),
                (double) shot.start() / Timeline.FRAMES_PER_SECOND,
                (double) shot.end() / Timeline.FRAMES_PER_SECOND,
                ShotList.word(shot.move().kind()));
        line(pen, times, x, y + LINE, Color.BLACK);
        line(pen, shot.reason(), x, y + 2 * LINE, Color.GRAY);
        if (!shot.lines().isEmpty()) {
            Timeline.Line said = shot.lines().getFirst();
            String speaker = said.speaker().isEmpty() ? "" : said.speaker() + ": ";
            line(pen, speaker + "“" + said.words() + "”", x, y + 3 * LINE, Color.BLACK);
        }
    }

    private static void line(Graphics2D pen, String text, int x, int baseline, Color ink) {
        Lettering lettering = Lettering.get();
        String shown = text;
        while (lettering.width(shown) * LETTERS > CELL && !shown.isEmpty()) {
            shown = shown.substring(0, shown.offsetByCodePoints(shown.length(), -1));
        }
        pen.setColor(ink);
        pen.fill(lettering.outline(shown, x, baseline, LETTERS));
    }

    /// From BT.709 in limited range to sRGB's primaries, which are the same; each chroma sample serves four pixels.
    private static BufferedImage picture(Frame frame) {
        FrameSize size = frame.size();
        var picture = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < size.height(); y++) {
            for (int x = 0; x < size.width(); x++) {
                double luma = 1.164384 * (frame.at(0, x, y) - 16);
                double blue = frame.at(1, x / 2, y / 2) - 128;
                double red = frame.at(2, x / 2, y / 2) - 128;
                picture.setRGB(
                        x,
                        y,
                        Colour.of(
                                luma + 1.792741 * red,
                                luma - 0.213249 * blue - 0.532909 * red,
                                luma + 2.112402 * blue));
            }
        }
        return picture;
    }
}
