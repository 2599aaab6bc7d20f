package dev.zoetrope.animatic.camera;

import dev.zoetrope.animatic.FrameSize;

/// Where the samples of one plane of one frame come from on a plate's plane, for a window of the camera.
///
/// Every move of ours splits into two one-dimensional steps. First each plate column `u` is resampled
/// downwards, at `offsets[u] + steps[u] * y` for the frame's row `y`; then each row sideways, at `places[x] +
/// shear * y`. For an upright window all columns are alike; a roll is two shears (Catmull and Smith, 1980), a
/// turn makes the columns differ in length.
final class Projection {
    private final int width;
    private final double[] places;
    private final double shear;
    private final double[] offsets;
    private final double[] steps;
    private final boolean isUpright;
    private final double step;
    private final int taps;

    // The columns that any row needs, and the sideways weights while they are the same for all rows.
    private int firstColumn;
    private int lastColumn;
    private final int[] starts;
    private final float[] weights;
    private final float[] column;
    private final float[] rowWeights;

    /// @param window what the camera sees
    /// @param plate from which
    /// @param plane 0 for luma, 1 and 2 for chroma
    /// @param size of the film's frames
    Projection(Window window, Plate plate, int plane, FrameSize size) {
        Plate.Plane source = plate.planes()[plane];
        int share = plane == 0 ? 1 : 2;
        width = size.width() / share;
        // Panel pixels for one luma pixel of the film.
        double unit = window.width() / size.width();
        double toPlate = plate.scale() / share;
        double middleX = (window.x() - plate.left()) * toPlate;
        double middleY = (window.y() - plate.top()) * toPlate;
        step = unit * plate.scale();
        taps = Kernel.cubicTaps(step);
        isUpright = window.roll() == 0 && window.turn() == 0;
        places = new double[width];
        int columns = isUpright ? 1 : source.stride();
        offsets = new double[columns];
        steps = new double[columns];
        // Chroma is sited left: its sample i lies on luma sample 2i, and between two luma rows.
        double siteX = plane == 0 ? 0.5 : 0.25;
        double halfWidth = 0.5 * width;
        double halfHeight = (double) size.height() / (2 * share);
        double cos = StrictMath.cos(window.roll());
        double sin = StrictMath.sin(window.roll());
        shear = -sin * step;
        Turn turn = new Turn(window.turn(), width);
        for (int x = 0; x < width; x++) {
            double right = turn.onPicture(x + siteX - halfWidth);
            places[x] = middleX + step * (cos * right - sin * (0.5 - halfHeight)) - 0.5;
        }
        for (int u = 0; u < columns; u++) {
            double right = isUpright ? 0 : (u - Plate.MARGIN + 0.5 - middleX) / step;
            double slope = step * turn.growth(right) / cos;
            offsets[u] = middleY + slope * (0.5 - halfHeight) + step * right * sin / cos - 0.5;
            steps[u] = slope;
        }
        starts = new int[width];
        weights = new float[width * taps];
        rowWeights = new float[taps];
        column = new float[source.stride()];
        aim(0);
    }

    /// A picture that turns about the window's middle line, seen from [Window#DISTANCE] widths away.
    private record Turn(double sin, double cos, double distance) {
        Turn(double angle, double width) {
            this(StrictMath.sin(angle), StrictMath.cos(angle), Window.DISTANCE * width);
        }

        /// From right of the middle in the window to right of the middle on the picture.
        double onPicture(double right) {
            return right * distance / (distance * cos - right * sin);
        }

        /// How much taller the window's column is on the picture there.
        double growth(double right) {
            return (distance + right * sin) / distance;
        }
    }

    private void aim(double slide) {
        for (int x = 0; x < width; x++) {
            int first = Kernel.cubic(places[x] + slide, step, taps, weights, x * taps) + Plate.MARGIN;
            starts[x] = Math.clamp(first, 0, column.length - taps);
        }
        firstColumn = starts[0];
        lastColumn = starts[width - 1] + taps - 1;
    }

    /// Computes one row of samples.
    void row(Plate.Plane source, int y, float[] out) {
        if (shear != 0) {
            aim(shear * y);
        }
        if (isUpright) {
            straightDown(source, y);
        } else if (taps == Kernel.BARE_TAPS) {
            slantedDown4(source, y);
        } else {
            slantedDown(source, y);
        }
        if (taps == Kernel.BARE_TAPS) {
            sideways4(out);
        } else {
            sideways(out);
        }
    }

    private void straightDown(Plate.Plane source, int y) {
        int first = Kernel.cubic(offsets[0] + steps[0] * y, step, taps, rowWeights, 0);
        int stride = source.stride();
        int from = source.index(firstColumn - Plate.MARGIN, inside(source, first));
        if (taps == Kernel.BARE_TAPS) {
            down4(source.samples(), from, stride);
            return;
        }
        down2(source.samples(), from, stride, rowWeights[0], rowWeights[1], true);
        for (int k = 2; k < taps; k += 2) {
            down2(source.samples(), from + k * stride, stride, rowWeights[k], rowWeights[k + 1], false);
        }
    }

    /// The margin is wide enough for every window inside the panel; rounding must not make it an array error.
    private int inside(Plate.Plane source, int first) {
        return Math.clamp(first, -Plate.MARGIN, source.height() + Plate.MARGIN - taps);
    }

    private void down4(float[] samples, int from, int stride) {
        float a = rowWeights[0];
        float b = rowWeights[1];
        float c = rowWeights[2];
        float d = rowWeights[3];
        int count = lastColumn - firstColumn + 1;
        int two = from + stride;
        int three = two + stride;
        int four = three + stride;
        for (int i = 0; i < count; i++) {
            column[i] = a * samples[from + i] + b * samples[two + i] + c * samples[three + i] + d * samples[four + i];
        }
    }

    private void down2(float[] samples, int from, int stride, float a, float b, boolean isFirst) {
        int count = lastColumn - firstColumn + 1;
        int two = from + stride;
        if (isFirst) {
            for (int i = 0; i < count; i++) {
                column[i] = a * samples[from + i] + b * samples[two + i];
            }
        } else {
            for (int i = 0; i < count; i++) {
                column[i] += a * samples[from + i] + b * samples[two + i];
            }
        }
    }

    private void slantedDown4(Plate.Plane source, int y) {
        float[] samples = source.samples();
        int stride = source.stride();
        for (int u = firstColumn; u <= lastColumn; u++) {
            double place = offsets[u] + steps[u] * y + Plate.MARGIN; // positive, so that the cast rounds down
            int row = (int) place;
            float t = (float) (place - row);
            int at = inside(source, row - 1 - Plate.MARGIN) * stride + source.index(u - Plate.MARGIN, 0);
            column[u - firstColumn] = ((-0.5f * t + 1) * t - 0.5f) * t * samples[at]
                    + ((1.5f * t - 2.5f) * t * t + 1) * samples[at + stride]
                    + ((-1.5f * t + 2) * t + 0.5f) * t * samples[at + 2 * stride]
                    + (0.5f * t - 0.5f) * t * t * samples[at + 3 * stride];
        }
    }

    private void slantedDown(Plate.Plane source, int y) {
        float[] samples = source.samples();
        int stride = source.stride();
        for (int u = firstColumn; u <= lastColumn; u++) {
            int first = Kernel.cubic(offsets[u] + steps[u] * y, step, taps, rowWeights, 0);
            int at = source.index(u - Plate.MARGIN, inside(source, first));
            float sum = 0;
            for (int k = 0; k < taps; k++) {
                sum += rowWeights[k] * samples[at + k * stride];
            }
            column[u - firstColumn] = sum;
        }
    }

    private void sideways4(float[] out) {
        for (int x = 0, k = 0; x < width; x++, k += 4) {
            int at = starts[x] - firstColumn;
            out[x] = weights[k] * column[at]
                    + weights[k + 1] * column[at + 1]
                    + weights[k + 2] * column[at + 2]
                    + weights[k + 3] * column[at + 3];
        }
    }

    private void sideways(float[] out) {
        for (int x = 0, k = 0; x < width; x++, k += taps) {
            int at = starts[x] - firstColumn;
            float sum = 0;
            for (int tap = 0; tap < taps; tap++) {
                sum += weights[k + tap] * column[at + tap];
            }
            out[x] = sum;
        }
    }
}
