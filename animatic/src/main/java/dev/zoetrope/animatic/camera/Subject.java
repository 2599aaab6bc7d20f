package dev.zoetrope.animatic.camera;

import dev.zoetrope.animatic.Colour;
import dev.zoetrope.animatic.Quad;

/// Where on a panel the subject is, guessed from the pixels: what differs from the panel's border and has edges counts,
/// the middle counts more than the rim. So is a crop chosen where the film's ratio is not the panel's.
///
/// A guess by contrast (after the centre-surround idea of Itti, Koch and Niebur, 1998), not an understanding of the
/// picture. Immutable.
final class Subject {
    /// The panel is looked at in so many columns, and in rows of the same size.
    private static final int COLUMNS = 64;

    /// Looked at in each cell, both ways: more would see the hatching and not the shapes.
    private static final int LOOKS = 3;

    /// How much less the corners count than the middle.
    private static final double RIM = 0.5;

    /// How much an edge counts beside a difference from the border.
    private static final double EDGES = 1.5;

    /// A crop aside must show so much more of the subject than the middle does.
    private static final double WORTH = 0.04;

    private final double[] across;
    private final double[] down;
    private final double width;
    private final double height;

    private Subject(double width, double height, int rows, double[][] weights) {
        this.width = width;
        this.height = height;
        across = new double[COLUMNS];
        down = new double[rows];
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < COLUMNS; x++) {
                across[x] += weights[y][x];
                down[y] += weights[y][x];
            }
        }
    }

    static Subject of(Upright panel) {
        int rows = Math.clamp(Math.round(COLUMNS * panel.height() / panel.width()), 2, 4 * COLUMNS);
        double[][][] cells = new double[rows][COLUMNS][3];
        for (int y = 0; y < rows * LOOKS; y++) {
            for (int x = 0; x < COLUMNS * LOOKS; x++) {
                look(panel, (x + 0.5) / (COLUMNS * LOOKS), (y + 0.5) / (rows * LOOKS), cells[y / LOOKS][x / LOOKS]);
            }
        }
        return new Subject(panel.width(), panel.height(), rows, weights(cells, rows));
    }

    private static void look(Upright panel, double x, double y, double[] cell) {
        int column = Math.clamp((int) (panel.left() + x * panel.width()), panel.firstColumn(), panel.lastColumn());
        int row = Math.clamp((int) (panel.top() + y * panel.height()), panel.firstRow(), panel.lastRow());
        int rgb = panel.picture().at(column, row);
        cell[0] += Colour.red(rgb);
        cell[1] += Colour.green(rgb);
        cell[2] += Colour.blue(rgb);
    }

    private static double[][] weights(double[][][] cells, int rows) {
        double[] border = border(cells, rows);
        double[][] weights = new double[rows][COLUMNS];
        double sum = 0;
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < COLUMNS; x++) {
                double[] cell = cells[y][x];
                double edge = distance(cell, cells[y][Math.min(x + 1, COLUMNS - 1)])
                        + distance(cell, cells[Math.min(y + 1, rows - 1)][x]);
                double right = 2 * (x + 0.5) / COLUMNS - 1;
                double below = 2 * (y + 0.5) / rows - 1;
                double inner = 1 - RIM * (right * right + below * below) / 2;
                weights[y][x] = (distance(cell, border) + EDGES * edge) * inner;
                sum += weights[y][x];
            }
        }
        // What does not stand out from the rest of the panel is its ground.
        double mean = sum / (rows * COLUMNS);
        for (double[] row : weights) {
            for (int x = 0; x < COLUMNS; x++) {
                row[x] = Math.max(0, row[x] - mean);
            }
        }
        return weights;
    }

    private static double[] border(double[][][] cells, int rows) {
        double[] sum = new double[3];
        int count = 0;
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < COLUMNS; x++) {
                if (x == 0 || y == 0 || x == COLUMNS - 1 || y == rows - 1) {
                    for (int k = 0; k < 3; k++) {
                        sum[k] += cells[y][x][k];
                    }
                    count++;
                }
            }
        }
        return new double[] {sum[0] / count, sum[1] / count, sum[2] / count};
    }

    private static double distance(double[] one, double[] other) {
        return Math.abs(one[0] - other[0]) + Math.abs(one[1] - other[1]) + Math.abs(one[2] - other[2]);
    }

    /// The middle of all that stands out, in panel pixels; the panel's own middle when nothing does.
    Quad.Point middle() {
        return new Quad.Point(mean(across) * width, mean(down) * height);
    }

    private static double mean(double[] weights) {
        double sum = 0;
        double moment = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i];
            moment += weights[i] * (i + 0.5);
        }
        return sum > 0 ? moment / sum / weights.length : 0.5;
    }

    /// Where the crop to a ratio shows most of the subject, as the ground of the camera.
    Ground ground(double ratio) {
        double wide = Math.min(width, height * ratio);
        double x = best(across, wide / width) * width;
        double y = best(down, wide / ratio / height) * height;
        return new Ground(width, height, x, y, middle());
    }

    /// The middle of the stretch of a given share that holds most, from 0 to 1.
    private static double best(double[] weights, double share) {
        double[] sums = new double[weights.length + 1];
        for (int i = 0; i < weights.length; i++) {
            sums[i + 1] = sums[i] + weights[i];
        }
        double whole = sums[weights.length];
        double best = 0.5;
        double most = held(sums, 0.5, share) + WORTH * whole;
        int steps = 2 * weights.length;
        for (int i = 0; i <= steps; i++) {
            double middle = share / 2 + (1 - share) * i / steps;
            double held = held(sums, middle, share);
            // Of places that hold the same the one that has the subject in its middle.
            if (held > most * (1 + 1e-9)) {
                most = held;
                best = middle;
            }
        }
        return best == 0.5 ? 0.5 : centred(weights, sums, best, share, most);
    }

    /// As far towards the middle of what it holds as nothing is lost.
    private static double centred(double[] weights, double[] sums, double best, double share, double most) {
        double moment = 0;
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            double place = (i + 0.5) / weights.length;
            if (Math.abs(place - best) <= share / 2) {
                sum += weights[i];
                moment += weights[i] * place;
            }
        }
        double wished = sum > 0 ? Math.clamp(moment / sum, share / 2, 1 - share / 2) : best;
        return held(sums, wished, share) >= 0.97 * most ? wished : best;
    }

    private static double held(double[] sums, double middle, double share) {
        return at(sums, middle + share / 2) - at(sums, middle - share / 2);
    }

    private static double at(double[] sums, double place) {
        double index = Math.clamp(place, 0, 1) * (sums.length - 1);
        int whole = Math.min((int) index, sums.length - 2);
        return sums[whole] + (index - whole) * (sums[whole + 1] - sums[whole]);
    }
}
