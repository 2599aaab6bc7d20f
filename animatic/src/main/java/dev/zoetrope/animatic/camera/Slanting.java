package dev.zoetrope.animatic.camera;

import dev.zoetrope.animatic.FrameSize;

/// Resamples one plane of a plate for a window that is rolled, turned or bulges, but one of these alone.
///
/// Either splits into two one-dimensional steps: first sideways along the plate's columns, so that each column of the
/// film stands where it belongs, then downwards at places that differ from column to column. A roll is two shears
/// (Catmull and Smith, 1980); a turn makes the columns differ in length, a bulge only their distances. Since neighbours
/// take nearly the same place,
/// long stretches of a row take the same four samples, and each stretch is summed at once ([RowSum]).
///
/// The cubic is always the bare one, as a slanted plate is printed at the film's own size. Its buffers are used again
/// from frame to frame. One thread.
final class Slanting {
    private final float[][] block = new float[RowSum.BLOCK][0];
    private final float[] weights = new float[Kernel.BARE_TAPS];
    private float[][] rows = new float[0][0];
    private float[] places = new float[0];
    private float[] offsets = new float[0];
    private float[] slopes = new float[0];
    private float[] ramp = new float[0];
    private int width;
    private double middle;
    private double step;
    private double half;
    private double bulge;
    private double heart;

    /// Points at a window and does the sideways step.
    ///
    /// @param plate that is filmed
    /// @param plane 0 for luma, 1 and 2 for chroma
    /// @param size of the film's frames
    void aim(Window window, Plate plate, int plane, FrameSize size) {
        Plate.Plane source = plate.planes()[plane];
        int share = plane == 0 ? 1 : 2;
        width = size.width() / share;
        int high = size.height() / share;
        reserve(source.height() + 2 * Plate.MARGIN);
        double toPlate = plate.scale() / share;
        step = window.width() / size.width() * plate.scale();
        bulge = window.bulge();
        heart = window.heart().y();
        half = 0.5 * high;
        double middleX = (window.x() - plate.left()) * toPlate;
        double middleY = (window.y() - plate.top()) * toPlate + Plate.MARGIN;
        double cos = StrictMath.cos(window.roll());
        double sin = StrictMath.sin(window.roll());
        double tan = sin / cos;
        var turn = new Turn(window.turn(), width);
        // Chroma is sited left: its sample i lies on luma sample 2i, and between two luma rows.
        double siteX = plane == 0 ? 0.5 : 0.25;
        for (int x = 0; x < width; x++) {
            double right = bent(
                    turn.onPicture(x + siteX - 0.5 * width),
                    0.5 * width,
                    window.heart().x());
            double slope = step * cos * turn.growth(right);
            places[x] = (float) (middleX + step * right / cos - (0.5 - middleY) * tan - 0.5);
            offsets[x] = (float) (middleY + step * sin * right + slope * (0.5 - 0.5 * high) - 0.5);
            slopes[x] = (float) slope;
        }
        middle = middleY;
        int most = source.height() + 2 * Plate.MARGIN;
        int from = Math.clamp((int) Math.floor(lowest(high)) - 1, 0, most - Kernel.BARE_TAPS);
        int to = Math.clamp((int) Math.floor(highest(high)) + 3, from + Kernel.BARE_TAPS, most);
        sideways(source, (float) -tan, from, to);
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

    /// The places of a bulge: about its heart they are nearer to each other, at the edges (`most`) they are where they
    /// were.
    private double bent(double place, double most, double heart) {
        double far = place / most;
        double strength = bulge / (1 - heart * heart);
        return most * (far - strength * (1 - far * far) * (far - heart));
    }

    private void reserve(int tall) {
        int padded = (width + RowSum.BLOCK - 1) / RowSum.BLOCK * RowSum.BLOCK;
        if (rows.length < tall || rows[0].length < padded) {
            rows = new float[Math.max(tall, rows.length)][padded];
            ramp = new float[rows.length];
            for (int i = 0; i < ramp.length; i++) {
                ramp[i] = i;
            }
            for (int i = 0; i < block.length; i++) {
                block[i] = new float[rows.length];
            }
        }
        if (places.length < width) {
            places = new float[width];
            offsets = new float[width];
            slopes = new float[width];
        }
    }

    // Places grow evenly to the right and downwards, so the corners tell how far they go.

    private double lowest(int high) {
        double below =
                Math.min(offsets[0] + slopes[0] * (high - 1), offsets[width - 1] + slopes[width - 1] * (high - 1));
        return Math.min(Math.min(offsets[0], offsets[width - 1]), below);
    }

    private double highest(int high) {
        double below =
                Math.max(offsets[0] + slopes[0] * (high - 1), offsets[width - 1] + slopes[width - 1] * (high - 1));
        return Math.max(Math.max(offsets[0], offsets[width - 1]), below);
    }

    private void sideways(Plate.Plane source, float shear, int from, int to) {
        int most = source.width() + Plate.MARGIN - Kernel.BARE_TAPS;
        for (int x = 0; x < width; x += RowSum.BLOCK) {
            int count = Math.min(RowSum.BLOCK, width - x);
            for (int i = 0; i < count; i++) {
                float place = places[x + i];
                if (shear == 0) {
                    int first = Kernel.cubic(place, 1, Kernel.BARE_TAPS, weights, 0);
                    int at = Math.clamp(first, -Plate.MARGIN, most) + Plate.MARGIN;
                    RowSum.of(source.columns(), at, weights, 0, Kernel.BARE_TAPS, block[i], to);
                } else {
                    sheared(source.columns(), most, place, shear, from, to, block[i]);
                }
            }
            RowSum.transpose(block, rows, x, from, to);
        }
    }

    /// One column of the film, from plate columns at `place + shear * row`.
    private void sheared(float[][] columns, int most, float place, float shear, int from, int to, float[] out) {
        for (int row = from; row < to; ) {
            float here = place + shear * row;
            int left = (int) Math.floor(here);
            int end = Math.min(to, row + stretch(here, left, shear));
            int first = Math.clamp(left - 1, -Plate.MARGIN, most) + Plate.MARGIN;
            RowSum.slanted(columns, first, place - left, shear, ramp, row, end, out);
            row = end;
        }
    }

    /// How many steps a place may go before it enters another sample; at least one.
    private static int stretch(float here, int left, float step) {
        double room = step > 0 ? left + 1 - here : here - left;
        return Math.max(1, (int) Math.min(1 << 20, Math.floor(room / Math.abs(step))));
    }

    /// Computes one row of samples, as fractions of code values.
    void row(int y, float[] out) {
        if (bulge != 0) {
            int first = Kernel.cubic(
                    middle + step * bent(y + 0.5 - half, half, heart) - 0.5, 1, Kernel.BARE_TAPS, weights, 0);
            int at = Math.clamp(first, 0, rows.length - Kernel.BARE_TAPS);
            RowSum.of(rows, at, weights, 0, Kernel.BARE_TAPS, out, width);
            return;
        }
        RowSum.line(offsets, slopes, y, places, width);
        int most = rows.length - Kernel.BARE_TAPS;
        for (int x = 0; x < width; ) {
            int top = (int) Math.floor(places[x]);
            int end = end(x, top);
            RowSum.varied(rows, Math.clamp(top - 1, 0, most), places, top, x, end, out);
            x = end;
        }
    }

    /// The first column after `x` whose place is no longer on the sample `top`; places only rise or only fall.
    private int end(int x, int top) {
        if ((int) Math.floor(places[width - 1]) == top) {
            return width;
        }
        int inside = x;
        int outside = width - 1;
        while (outside - inside > 1) {
            int middle = (inside + outside) >>> 1;
            if ((int) Math.floor(places[middle]) == top) {
                inside = middle;
            } else {
                outside = middle;
            }
        }
        return outside;
    }
}
