package dev.zoetrope.animatic.director;

import java.util.Arrays;
import java.util.Optional;

/// An arrow that a hand drew over a picture: a shaft of one width, and at one of its ends a head that is broad where it
/// begins and runs to a point. Both filled heads and open ones of two strokes.
///
/// @param x of its middle, as a share of the panel's width
/// @param y of its middle, as a share of the panel's height
/// @param dx towards its point, as the panel is seen; with dy of length 1
/// @param dy the same, downwards
/// @param length of it as a share of the panel's shorter side
record DrawnArrow(double x, double y, double dx, double dy, double length) {
    /// Its outline is looked at in so many slices across.
    private static final int SLICES = 24;

    /// A shorter one, as a share of the panel's shorter side, is an ornament.
    private static final double SHORTEST = 0.16;

    /// The head is at least so many times as broad as the shaft.
    private static final double BROAD = 1.8;

    /// The head takes between these shares of the length.
    private static final double SHORT_HEAD = 0.06;

    private static final double LONG_HEAD = 0.48;

    /// The shaft, and the head with it, is at least so many times as long as it is broad.
    private static final double SLENDER = 1.25;

    /// The widths of most slices of the shaft lie within this share of their middle one, or a pixel and a half of it.
    private static final double EVEN = 0.4;

    private static final double ROUGH = 1.5;

    /// So many of the shaft's slices are even.
    private static final double MOSTLY = 0.8;

    /// The head sits on the shaft's line to this share of its own breadth.
    private static final double ASKEW = 0.22;

    /// Broader than the shaft by this factor is clearly broader.
    private static final double CLEARLY = 1.35;

    /// The head's back takes at most this share of its front.
    private static final double STEEP = 0.5;

    /// Half-way to its point the head is at most so broad: a ball still has nearly all of its breadth there.
    private static final double SLIM = 0.78;

    /// The point is at most so broad against the head.
    private static final double POINTED = 0.62;

    static Optional<DrawnArrow> in(InkBlobs.Blob blob) {
        int count = blob.x().length;
        double meanX = Arrays.stream(blob.x()).average().orElse(0);
        double meanY = Arrays.stream(blob.y()).average().orElse(0);
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (int i = 0; i < count; i++) {
            double x = blob.x()[i] - meanX;
            double y = blob.y()[i] - meanY;
            xx += x * x;
            xy += x * y;
            yy += y * y;
        }
        // The main axis of the pixels' spread.
        double angle = StrictMath.atan2(2 * xy, xx - yy) / 2;
        var slices = new Slices(blob, meanX, meanY, StrictMath.cos(angle), StrictMath.sin(angle));
        if (slices.length < SHORTEST * Math.min(blob.width(), blob.height())) {
            return Optional.empty();
        }
        boolean ahead = slices.isArrow();
        Slices turned = slices.turned();
        boolean back = turned.isArrow();
        // With a head at both ends it names no way.
        if (ahead == back) {
            return Optional.empty();
        }
        return Optional.of((ahead ? slices : turned).arrow());
    }

    /// A blob cut across its axis: where it begins and ends in each slice, in raster pixels.
    private static final class Slices {
        private final InkBlobs.Blob blob;
        private final double meanX;
        private final double meanY;
        private final double dx;
        private final double dy;
        private final double length;
        private final double[] from = new double[SLICES];
        private final double[] to = new double[SLICES];

        Slices(InkBlobs.Blob blob, double meanX, double meanY, double dx, double dy) {
            this.blob = blob;
            this.meanX = meanX;
            this.meanY = meanY;
            this.dx = dx;
            this.dy = dy;
            int count = blob.x().length;
            var along = new double[count];
            double least = Double.MAX_VALUE;
            double most = -Double.MAX_VALUE;
            for (int i = 0; i < count; i++) {
                along[i] = (blob.x()[i] - meanX) * dx + (blob.y()[i] - meanY) * dy;
                least = Math.min(least, along[i]);
                most = Math.max(most, along[i]);
            }
            length = most - least + 1;
            Arrays.fill(from, Double.MAX_VALUE);
            Arrays.fill(to, -Double.MAX_VALUE);
            for (int i = 0; i < count; i++) {
                int slice = Math.clamp((int) ((along[i] - least) / length * SLICES), 0, SLICES - 1);
                double across = (blob.y()[i] - meanY) * dx - (blob.x()[i] - meanX) * dy;
                from[slice] = Math.min(from[slice], across);
                to[slice] = Math.max(to[slice], across + 1);
            }
        }

        Slices turned() {
            return new Slices(blob, meanX, meanY, -dx, -dy);
        }

        private double breadth(int slice) {
            return Math.max(0, to[slice] - from[slice]);
        }

        /// Whether it points to where its slices end.
        boolean isArrow() {
            int broadest = SLICES / 2;
            for (int i = SLICES / 2; i < SLICES; i++) {
                broadest = breadth(i) > breadth(broadest) ? i : broadest;
            }
            double head = breadth(broadest);
            double share = (double) (SLICES - broadest) / SLICES;
            int shaftEnd = Math.max(1, broadest - 2);
            double[] shaft = new double[shaftEnd];
            for (int i = 0; i < shaftEnd; i++) {
                shaft[i] = breadth(i);
            }
            double[] sorted = shaft.clone();
            Arrays.sort(sorted);
            double usual = sorted[shaftEnd / 2];
            long even = Arrays.stream(shaft)
                    .filter(breadth -> breadth > 0 && Math.abs(breadth - usual) <= Math.max(ROUGH, EVEN * usual))
                    .count();
            return usual > 0
                    && share >= SHORT_HEAD
                    && share <= LONG_HEAD
                    && head >= BROAD * usual
                    && length >= SLENDER * head
                    && even >= MOSTLY * shaftEnd
                    && breadth(SLICES - 1) <= POINTED * head
                    && narrows(broadest)
                    && rise(broadest, usual) <= Math.max(1, STEEP * (SLICES - broadest))
                    && breadth((broadest + SLICES) / 2) <= SLIM * head
                    && Math.abs(middle(broadest) - line(broadest, shaftEnd)) <= ASKEW * head;
        }

        /// How many slices before the broadest are clearly broader than the shaft: a head begins at once, a ball, such
        /// as
        /// a figure's head, by and by.
        private int rise(int broadest, double usual) {
            int first = broadest;
            while (first > 0 && breadth(first - 1) > CLEARLY * usual) {
                first--;
            }
            return broadest - first;
        }

        /// From the head's back to its point it becomes no broader again, but for a pixel.
        private boolean narrows(int broadest) {
            for (int i = broadest + 1; i < SLICES; i++) {
                if (breadth(i) <= 0 || breadth(i) > breadth(i - 1) + 1.5) {
                    return false;
                }
            }
            return true;
        }

        private double middle(int slice) {
            return (from[slice] + to[slice]) / 2;
        }

        /// Where the shaft would be at a slice, were it drawn on: a hand's arrow is a little bent, so its later half
        /// counts.
        private double line(int slice, int shaftEnd) {
            int first = shaftEnd / 2;
            double mean = 0;
            for (int i = first; i < shaftEnd; i++) {
                mean += middle(i) / (shaftEnd - first);
            }
            double early = 0;
            for (int i = 0; i < first; i++) {
                early += middle(i) / first;
            }
            double slope = first == 0 ? 0 : (mean - early) / (shaftEnd / 2.0);
            return mean + slope * (slice - (first + shaftEnd - 1) / 2.0);
        }

        DrawnArrow arrow() {
            return new DrawnArrow(
                    meanX / blob.width(),
                    meanY / blob.height(),
                    dx,
                    dy,
                    length / Math.min(blob.width(), blob.height()));
        }
    }
}
