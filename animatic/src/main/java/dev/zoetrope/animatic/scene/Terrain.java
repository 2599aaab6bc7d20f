package dev.zoetrope.animatic.scene;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/// The shapes that landscapes are made of, each over the whole width of a sheet.
final class Terrain {
    private static final double STEP = 0.004;

    private final Cel cel;
    private final double middle;
    private final double zoom;

    Terrain(Cel cel, Stage stage) {
        this.cel = cel;
        this.middle = stage.ratio() / 2;
        this.zoom = stage.zoom();
    }

    /// How high a line of hills is at a place.
    ///
    /// @param sharpness 0 for round hills, 1 for rocks
    double crest(double x, double height, double frequency, double sharpness, long seed) {
        double at = (middle + (x - middle) / zoom) * frequency;
        double round = Noise.cloud(seed, at * 0.6, 7.5) - 0.5;
        double rock = 0.5 - Math.abs(2 * Noise.cloud(seed + 9, at, 3.5) - 1) * 1.4;
        return height * zoom * ((1 - sharpness) * 1.5 * round + sharpness * rock);
    }

    /// A line of hills, filled down to the sheet's end.
    Shape hills(double top, double height, double frequency, double sharpness, long seed) {
        var path = new Path2D.Double();
        path.moveTo(cel.left(), cel.bottom());
        for (double x = cel.left(); x <= cel.right() + STEP; x += STEP) {
            path.lineTo(x, top - crest(x, height, frequency, sharpness, seed));
        }
        path.lineTo(cel.right() + STEP, cel.bottom());
        path.closePath();
        return path;
    }

    /// Firs on a line of hills.
    ///
    /// @param tall of a fir
    /// @param density from 0 to 1
    Shape firs(Crest line, double tall, double density, long seed) {
        var path = new Path2D.Double(Path2D.WIND_NON_ZERO);
        int count = 0;
        for (double x = cel.left(); x < cel.right(); x += tall * (0.16 + 0.5 * Noise.of(seed, count, 5))) {
            count++;
            if (Noise.cloud(seed, x * 2.2 / zoom, 1.5) > 1 - density) {
                fir(path, x, line.at(x) + tall * 0.06, tall * (0.55 + 0.6 * Noise.of(seed, count, 6)), seed + count);
            }
        }
        return path;
    }

    /// Where something grows.
    interface Crest {
        double at(double x);
    }

    /// A fir with ragged branches.
    static void fir(Path2D path, double x, double foot, double tall, long seed) {
        int tiers = 7;
        double half = tall * 0.2;
        path.append(new Rectangle2D.Double(x - tall * 0.018, foot - tall * 0.25, tall * 0.036, tall * 0.25), false);
        for (int tier = 0; tier < tiers; tier++) {
            double top = foot - tall * (1 - 0.85 * tier / tiers);
            double low = top + tall * (0.16 + 0.02 * tier);
            double reach = half * (tier + 1) / tiers * (0.85 + 0.3 * Noise.of(seed, tier, 7));
            path.moveTo(x, top);
            path.quadTo(x + reach * 0.35, top + (low - top) * 0.65, x + reach, low);
            path.lineTo(x + reach * 0.4, low - tall * 0.02);
            path.lineTo(x, low + tall * 0.012);
            path.lineTo(x - reach * 0.4, low - tall * 0.02);
            path.lineTo(x - reach, low);
            path.quadTo(x - reach * 0.35, top + (low - top) * 0.65, x, top);
            path.closePath();
        }
    }

    /// Round trees on a line of hills.
    Shape crowns(Crest line, double tall, double density, long seed) {
        var path = new Path2D.Double(Path2D.WIND_NON_ZERO);
        int count = 0;
        for (double x = cel.left(); x < cel.right(); x += tall * (0.3 + 0.5 * Noise.of(seed, count, 5))) {
            count++;
            if (Noise.cloud(seed, x * 2.2 / zoom, 1.5) > 1 - density) {
                double size = tall * (0.6 + 0.5 * Noise.of(seed, count, 6));
                crown(path, x, line.at(x) + size * 0.05, size, seed + count);
            }
        }
        return path;
    }

    /// A tree with a crown of leaves in clumps.
    static void crown(Path2D path, double x, double foot, double tall, long seed) {
        path.append(new Rectangle2D.Double(x - tall * 0.03, foot - tall * 0.5, tall * 0.06, tall * 0.5), false);
        for (int clump = 0; clump < 9; clump++) {
            double angle = clump * 2.4;
            double far = tall * 0.045 * clump * (0.6 + 0.3 * Noise.of(seed, clump, 8));
            double radius = tall * (0.13 + 0.09 * Noise.of(seed, clump, 9));
            double right = x + far * StrictMath.cos(angle) * 0.9;
            double high = foot - tall * 0.66 + far * StrictMath.sin(angle) * 0.7;
            path.append(new Ellipse2D.Double(right - radius, high - radius, 2 * radius, 2 * radius), false);
        }
    }

    /// Blades of grass along the lower edge.
    ///
    /// @param foot where they grow from
    /// @param tall of the longest
    Shape grass(double foot, double tall, long seed) {
        var path = new Path2D.Double(Path2D.WIND_NON_ZERO);
        int count = (int) (260 * (cel.right() - cel.left()) * Math.min(1, 0.12 / tall));
        for (int i = 0; i < count; i++) {
            double x = cel.left() + (cel.right() - cel.left()) * Noise.of(seed, i, 21);
            double clump = 0.45 + 0.9 * Noise.cloud(seed, x * 3, 4.5);
            double high = tall * clump * (0.4 + 0.6 * Noise.of(seed, i, 22));
            double lean = high * (0.9 * Noise.of(seed, i, 23) - 0.35);
            double half = tall * 0.018;
            path.moveTo(x - half, foot);
            path.quadTo(x - half + lean * 0.2, foot - high * 0.6, x + lean, foot - high);
            path.quadTo(x + half + lean * 0.25, foot - high * 0.55, x + half, foot);
            path.closePath();
        }
        path.append(
                new Rectangle2D.Double(cel.left(), foot - 0.002, cel.right() - cel.left(), cel.bottom() - foot), false);
        return path;
    }

    /// A line as a shape.
    static Shape line(double width, double x1, double y1, double x2, double y2) {
        return new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND)
                .createStrokedShape(new java.awt.geom.Line2D.Double(x1, y1, x2, y2));
    }
}
