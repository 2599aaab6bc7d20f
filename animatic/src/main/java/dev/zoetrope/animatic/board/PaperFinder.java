package dev.zoetrope.animatic.board;

import dev.zoetrope.animatic.Colour;
import dev.zoetrope.animatic.Picture;
import dev.zoetrope.animatic.Plane;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;

/// Guesses what a sheet's paper looks like, from its rim and, when the rim says too little, from the gutters that cross
/// the whole sheet.
final class PaperFinder {
    /// Width of the rim that is looked at, as a share of the shorter side.
    private static final double RING = 0.006;

    /// From this share of the rim on, it is paper beyond doubt.
    private static final double CLEAR = 0.975;

    /// A colour that covers less of the rim is not worth a try.
    private static final double WORTH_A_TRY = 0.06;

    /// Two guesses closer than this are one.
    private static final int DISTINCT = 40;

    /// A guess with a looser threshold was fitted to pictures as well; the colour of a gutter is better than it.
    private static final int TIGHT = 24;

    private static final int NEAR_MODE = 40;

    /// A gutter is at most this share of the side it runs across.
    private static final double THICKEST_GUTTER = 0.1;

    /// A row is a gutter when this share of it keeps one colour.
    private static final double UNIFORM = 0.95;

    /// So many pixels of it are looked at.
    private static final int SAMPLES = 512;

    private static final int MOST_CANDIDATES = 5;

    /// What was found.
    ///
    /// @param candidates at least one, the likeliest first
    /// @param isClear whether the rim alone settled it
    record Guess(List<Paper> candidates, boolean isClear) {}

    private final Picture sheet;
    private final int ring;

    private PaperFinder(Picture sheet) {
        this.sheet = sheet;
        this.ring = Math.max(2, (int) Math.round(RING * Math.min(sheet.width(), sheet.height())));
    }

    static Guess find(Picture sheet) {
        return new PaperFinder(sheet).guess();
    }

    private Guess guess() {
        int[] places = ringPlaces();
        int mode = mode(places);
        Paper rim = fit(places, mode);
        double share = share(places, rim);
        if (share >= CLEAR) {
            return new Guess(List.of(rim), true);
        }
        var candidates = new ArrayList<Paper>();
        candidates.add(rim);
        addOtherRimColours(candidates, places);
        addBands(candidates, sheet.width(), sheet.height(), false);
        addBands(candidates, sheet.height(), sheet.width(), true);
        return new Guess(candidates.subList(0, Math.min(MOST_CANDIDATES, candidates.size())), false);
    }

    private int[] ringPlaces() {
        int width = sheet.width();
        int height = sheet.height();
        var places = new int[width * height];
        int count = 0;
        for (int y = 0; y < height; y++) {
            boolean inRows = y < ring || y >= height - ring;
            for (int x = 0; x < width; x += !inRows && x == ring - 1 ? Math.max(1, width - 2 * ring + 1) : 1) {
                places[count++] = y * width + x;
            }
        }
        return Arrays.copyOf(places, count);
    }

    /// The mean colour of the fullest cell of a histogram with 16 levels per channel.
    private int mode(int[] places) {
        var counts = new int[4096];
        for (int place : places) {
            counts[cell(sheet.pixels()[place])]++;
        }
        int fullest = 0;
        for (int cell = 1; cell < counts.length; cell++) {
            if (counts[cell] > counts[fullest]) {
                fullest = cell;
            }
        }
        long red = 0;
        long green = 0;
        long blue = 0;
        for (int place : places) {
            int rgb = sheet.pixels()[place];
            if (cell(rgb) == fullest) {
                red += Colour.red(rgb);
                green += Colour.green(rgb);
                blue += Colour.blue(rgb);
            }
        }
        double n = Math.max(1, counts[fullest]);
        return Colour.of(red / n, green / n, blue / n);
    }

    private static int cell(int rgb) {
        return Colour.red(rgb) >> 4 << 8 | Colour.green(rgb) >> 4 << 4 | Colour.blue(rgb) >> 4;
    }

    /// Fits planes to the pixels near a colour, then once more to all that the first planes take in.
    private Paper fit(int[] places, int mode) {
        Paper first = fitTo(Arrays.stream(places)
                .filter(place -> Colour.distance(sheet.pixels()[place], mode) <= NEAR_MODE)
                .toArray());
        return fitTo(
                Arrays.stream(places).filter(place -> matches(first, place)).toArray());
    }

    private Paper fitTo(int[] places) {
        double[] xs = Arrays.stream(places).mapToDouble(this::x).toArray();
        double[] ys = Arrays.stream(places).mapToDouble(this::y).toArray();
        Plane red = Plane.fit(xs, ys, levels(places, Colour::red));
        Plane green = Plane.fit(xs, ys, levels(places, Colour::green));
        Plane blue = Plane.fit(xs, ys, levels(places, Colour::blue));
        var unbounded = new Paper(red, green, blue, 0);
        double squares = Arrays.stream(places)
                .mapToDouble(place -> unbounded.distance(sheet.pixels()[place], x(place), y(place)))
                .map(distance -> distance * distance)
                .sum();
        return new Paper(red, green, blue, Paper.thresholdFor(Math.sqrt(squares / Math.max(1, places.length))));
    }

    private double[] levels(int[] places, IntUnaryOperator channel) {
        return Arrays.stream(places)
                .mapToDouble(place -> channel.applyAsInt(sheet.pixels()[place]))
                .toArray();
    }

    private double share(int[] places, Paper paper) {
        return (double) Arrays.stream(places)
                        .filter(place -> matches(paper, place))
                        .count()
                / places.length;
    }

    private boolean matches(Paper paper, int place) {
        return paper.matches(sheet.pixels()[place], x(place), y(place));
    }

    private double x(int place) {
        return place % sheet.width() + 0.5;
    }

    private double y(int place) {
        int row = place / sheet.width();
        return row + 0.5;
    }

    private void addOtherRimColours(List<Paper> candidates, int[] places) {
        int[] rest = places;
        for (int round = 0; round < 2; round++) {
            Paper last = candidates.getLast();
            rest = Arrays.stream(rest).filter(place -> !matches(last, place)).toArray();
            if (rest.length < WORTH_A_TRY * places.length) {
                return;
            }
            Paper next = fit(rest, mode(rest));
            if (share(places, next) < WORTH_A_TRY) {
                return;
            }
            candidates.add(next);
        }
    }

    /// Adds the colours of thin bands that cross the sheet; `flipped` looks at columns instead of rows.
    private void addBands(List<Paper> candidates, int span, int across, boolean flipped) {
        int from = -1;
        int colour = 0;
        for (int at = ring; at <= across - ring; at++) {
            int here = at < across - ring ? bandColour(at, span, flipped) : -1;
            boolean goesOn = from >= 0 && here >= 0 && Colour.distance(here, colour) <= Paper.thresholdFor(0);
            if (from >= 0 && !goesOn) {
                int band = colour;
                if (at - from <= THICKEST_GUTTER * across
                        && candidates.stream()
                                .noneMatch(other -> other.threshold() <= TIGHT
                                        && other.distance(band, sheet.width() / 2.0, sheet.height() / 2.0)
                                                < DISTINCT)) {
                    candidates.add(Paper.flat(band, 2));
                }
                from = -1;
            }
            if (from < 0 && here >= 0) {
                from = at;
                colour = here;
            }
        }
    }

    /// The one colour of a row or column, -1 when it has several.
    private int bandColour(int at, int span, boolean flipped) {
        var places = new int[Math.min(SAMPLES, span - 2 * ring)];
        for (int i = 0; i < places.length; i++) {
            int along = ring + i * (span - 2 * ring) / places.length;
            places[i] = flipped ? along * sheet.width() + at : at * sheet.width() + along;
        }
        int mode = mode(places);
        long near = Arrays.stream(places)
                .filter(place -> Colour.distance(sheet.pixels()[place], mode) <= Paper.thresholdFor(0))
                .count();
        return near >= UNIFORM * places.length ? mode : -1;
    }
}
