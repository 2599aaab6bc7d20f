package dev.zoetrope.bench;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/// How steady a camera is: the middle of a white disc is followed through a slow push, and its way compared with the
/// smooth one it should go.
///
/// @param jitter how far it is off that way, RMS over the frames, in pixels of the film
/// @param backward frames in which it does not move on
record Steadiness(double jitter, int backward) {
    /// Where the disc is, off the middle, so that a push moves it both ways; in pixels of 1280x720.
    private static final double X = 1000;

    private static final double Y = 560;
    private static final double RADIUS = 50;

    /// The level around it.
    private static final int GROUND = 0x30;

    /// The part of the film in which only the disc is seen, in its pixels.
    private static final int FROM_X = 600;

    private static final int FROM_Y = 330;

    /// Levels between the disc and its ground that count for nothing: what compression leaves there.
    private static final int FLOOR = 40;

    /// Draws the disc.
    static Path still(Path folder) throws IOException {
        var image = new BufferedImage(1280, 720, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(new Color(GROUND, GROUND, GROUND));
        pen.fillRect(0, 0, 1280, 720);
        pen.setColor(Color.WHITE);
        pen.fill(new Ellipse2D.Double(X - RADIUS, Y - RADIUS, 2 * RADIUS, 2 * RADIUS));
        // A camera that goes nearer about its subject finds it in the middle, so the disc moves for all alike.
        pen.fillRect(540, 260, 200, 200);
        pen.dispose();
        Path still = folder.resolve("disc.png");
        ImageIO.write(image, "png", still.toFile());
        return still;
    }

    /// Measures a film of it.
    static Steadiness of(Path film) throws IOException, InterruptedException {
        Path raw = film.resolveSibling("disc.grey");
        try {
            Program.run(List.of(
                    Program.ffmpeg(),
                    "-y",
                    "-nostdin",
                    "-nostats",
                    "-i",
                    film.toString(),
                    "-f",
                    "rawvideo",
                    "-pix_fmt",
                    "gray",
                    "-fps_mode",
                    "passthrough",
                    raw.toString()));
            byte[] levels = Files.readAllBytes(raw);
            int frames = Math.min(Rival.SLOW_FRAMES, levels.length / (Rival.WIDTH * Rival.HEIGHT));
            var x = new double[frames];
            var y = new double[frames];
            for (int i = 0; i < frames; i++) {
                middle(levels, i, x, y);
            }
            return new Steadiness(Math.sqrt((residual(x) + residual(y)) / frames), Math.max(backward(x), backward(y)));
        } finally {
            Files.deleteIfExists(raw);
        }
    }

    private static void middle(byte[] levels, int frame, double[] x, double[] y) {
        int at = frame * Rival.WIDTH * Rival.HEIGHT;
        double sum = 0;
        double across = 0;
        double down = 0;
        for (int row = FROM_Y; row < Rival.HEIGHT; row++) {
            for (int column = FROM_X; column < Rival.WIDTH; column++) {
                double weight = Math.max(0, (levels[at + row * Rival.WIDTH + column] & 255) - GROUND - FLOOR);
                sum += weight;
                across += weight * (column + 0.5);
                down += weight * (row + 0.5);
            }
        }
        x[frame] = across / sum;
        y[frame] = down / sum;
    }

    /// The squared distances from the best parabola: a push that grows evenly moves a point along a straight line at
    /// an even or an evenly changing speed. The ends, where some programs hold a frame, count as well.
    private static double residual(double[] way) {
        int count = way.length;
        double[][] sums = new double[3][4];
        for (int i = 0; i < count; i++) {
            double t = 2.0 * i / (count - 1) - 1;
            double[] powers = {1, t, t * t};
            for (int row = 0; row < 3; row++) {
                for (int column = 0; column < 3; column++) {
                    sums[row][column] += powers[row] * powers[column];
                }
                sums[row][3] += powers[row] * way[i];
            }
        }
        for (int pivot = 0; pivot < 3; pivot++) {
            for (int row = 0; row < 3; row++) {
                double factor = sums[row][pivot] / sums[pivot][pivot];
                for (int column = pivot; row != pivot && column < 4; column++) {
                    sums[row][column] -= factor * sums[pivot][column];
                }
            }
        }
        double residual = 0;
        for (int i = 0; i < count; i++) {
            double t = 2.0 * i / (count - 1) - 1;
            double smooth = 0;
            double power = 1;
            for (int row = 0; row < 3; row++) {
                smooth += power * sums[row][3] / sums[row][row];
                power *= t;
            }
            residual += (way[i] - smooth) * (way[i] - smooth);
        }
        return residual;
    }

    /// The disc goes to the right and down.
    private static int backward(double[] way) {
        int count = 0;
        for (int i = 1; i < way.length; i++) {
            count += way[i] <= way[i - 1] ? 1 : 0;
        }
        return count;
    }
}
