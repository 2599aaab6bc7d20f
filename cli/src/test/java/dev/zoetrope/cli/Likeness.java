package dev.zoetrope.cli;

import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/// How much a film's frame looks like a picture that fills it: the best normalised cross-correlation over the
/// crops that a moderate camera move may have made.
final class Likeness {
    private static final int WIDTH = 96;
    private static final int HEIGHT = 54;

    private final List<double[]> crops = new ArrayList<>();

    /// Prepares to look for a picture.
    ///
    /// @param picture the panel without its frame, 16:9
    Likeness(BufferedImage picture) {
        for (int cut = 0; cut <= 16; cut += 2) { // share of the picture that is not seen, in percent
            double keep = 1 - cut / 100.0;
            for (int step = 0; step < 25; step++) {
                int column = step % 5;
                int row = (step - column) / 5;
                crops.add(gray(picture.getSubimage(
                        (int) ((1 - keep) * column / 4 * picture.getWidth()),
                        (int) ((1 - keep) * row / 4 * picture.getHeight()),
                        (int) (keep * picture.getWidth()),
                        (int) (keep * picture.getHeight()))));
            }
        }
    }

    /// From -1 to 1; 1 is the same picture.
    ///
    /// @param frame of the film, 16:9
    double in(BufferedImage frame) {
        double[] seen = gray(frame);
        return crops.stream().mapToDouble(crop -> correlation(seen, crop)).max().orElseThrow();
    }

    private static double[] gray(BufferedImage image) {
        var small = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = small.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        // Halved first, since a large reduction in one step would skip pixels.
        Image half = image.getScaledInstance(WIDTH * 2, HEIGHT * 2, Image.SCALE_AREA_AVERAGING);
        graphics.drawImage(half, 0, 0, WIDTH, HEIGHT, null);
        graphics.dispose();
        int[] raw = small.getRaster().getPixels(0, 0, WIDTH, HEIGHT, (int[]) null);
        double[] values = new double[raw.length];
        for (int i = 0; i < raw.length; i++) {
            values[i] = raw[i];
        }
        return values;
    }

    private static double correlation(double[] a, double[] b) {
        double meanA = 0;
        double meanB = 0;
        for (int i = 0; i < a.length; i++) {
            meanA += a[i] / a.length;
            meanB += b[i] / b.length;
        }
        double product = 0;
        double squareA = 0;
        double squareB = 0;
        for (int i = 0; i < a.length; i++) {
            product += (a[i] - meanA) * (b[i] - meanB);
            squareA += (a[i] - meanA) * (a[i] - meanA);
            squareB += (b[i] - meanB) * (b[i] - meanB);
        }
        return product / Math.sqrt(squareA * squareB + 1e-9);
    }
}
