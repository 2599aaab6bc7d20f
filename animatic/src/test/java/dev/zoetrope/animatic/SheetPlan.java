package dev.zoetrope.animatic;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Where everything stands on a synthetic sheet before it is turned and scanned.
final class SheetPlan {
    static final int LINE = 22;
    private static final int PADDING = 10;

    /// Where captions stand.
    enum Captions {
        NONE,
        BELOW,
        BESIDE,
        INSIDE
    }

    final SheetKind kind;
    final List<Quad> panels = new ArrayList<>();
    int width;
    int height;
    final int border;
    final int margin;
    final int header;
    final int footer;
    final Captions captions;
    final int captionLines;
    final Color paper;
    final Color ink;
    final Color frame;
    private final int across;
    private final int down;
    private final SplittableRandom random;

    SheetPlan(SheetKind kind, SplittableRandom random) {
        this.kind = kind;
        this.random = random;
        border = border();
        margin = margin();
        across = gutter();
        down = random.nextInt(3) == 0 ? gutter() : across;
        boolean isPoster = kind == SheetKind.POSTER;
        boolean mayHaveTitle = margin > 0 && kind != SheetKind.SINGLE;
        header = isPoster || (mayHaveTitle && random.nextInt(2) == 0) ? random.nextInt(30, 90) : 0;
        footer = isPoster || (mayHaveTitle && random.nextInt(6) == 0) ? random.nextInt(25, 60) : 0;
        captions = captions();
        captionLines = captions == Captions.NONE ? 0 : random.nextInt(1, 4);
        boolean isDark = kind == SheetKind.DARK || (!kind.isPlain() && random.nextInt(6) == 0);
        int tint = random.nextInt(3);
        paper = isDark
                ? new Color(random.nextInt(8, 60), random.nextInt(8, 60), random.nextInt(8, 60))
                : tint == 0
                        ? Color.WHITE
                        : new Color(random.nextInt(225, 256), random.nextInt(220, 256), random.nextInt(200, 256));
        ink = isDark ? new Color(0xdddddd) : new Color(random.nextInt(70), random.nextInt(60), random.nextInt(60));
        frame = isDark ? new Color(0xeeeeee) : new Color(random.nextInt(50), random.nextInt(30), random.nextInt(30));
        layOut();
    }

    private int border() {
        return switch (kind) {
            case SHARED, BOXED -> random.nextInt(2, 7);
            case TABLE -> random.nextInt(1, 4);
            case COMIC, SLANTED, INTERIOR -> random.nextInt(2, 6);
            case MOSAIC, SINGLE -> 0;
            case PLAIN,
                    DARK,
                    TURNED,
                    INCOMPLETE,
                    ROWS,
                    COLUMNS,
                    UNEVEN,
                    STRIP,
                    POSTER,
                    BESIDE,
                    INSIDE,
                    NO_MARGIN,
                    THIN,
                    ARROWS -> random.nextInt(7);
        };
    }

    private int margin() {
        return switch (kind) {
            case NO_MARGIN -> 0;
            case MOSAIC -> random.nextInt(2) == 0 ? 0 : random.nextInt(12, 60);
            case SINGLE -> random.nextInt(3) > 0 ? 0 : random.nextInt(12, 60);
            default -> random.nextInt(12, 90);
        };
    }

    private int gutter() {
        return switch (kind) {
            case THIN -> random.nextInt(2, 9) + 2 * border;
            case SHARED -> border;
            case MOSAIC, SINGLE -> 0;
            case COMIC, SLANTED -> random.nextInt(9, 31) + 2 * border;
            default -> random.nextInt(9, 61) + 2 * border;
        };
    }

    private Captions captions() {
        return switch (kind) {
            case BESIDE -> Captions.BESIDE;
            case INSIDE -> Captions.INSIDE;
            case POSTER, BOXED -> Captions.BELOW;
            case SHARED, MOSAIC, SINGLE, COMIC, SLANTED, TABLE -> Captions.NONE;
            case NO_MARGIN, THIN -> random.nextInt(4) == 0 ? Captions.INSIDE : Captions.NONE;
            default ->
                switch (random.nextInt(6)) {
                    case 0, 1, 2 -> Captions.BELOW;
                    case 3 -> Captions.INSIDE;
                    default -> Captions.NONE;
                };
        };
    }

    private int below() {
        return captions == Captions.BELOW ? captionLines * LINE + (kind == SheetKind.BOXED ? border + 14 : 8) : 0;
    }

    private void layOut() {
        switch (kind) {
            case SINGLE -> single();
            case TABLE -> table();
            case COMIC, SLANTED -> comic();
            case INCOMPLETE -> grid(random.nextInt(2, 5), random.nextInt(2, 5), true, false);
            case ROWS -> lanes(false);
            case COLUMNS -> lanes(true);
            case UNEVEN -> grid(random.nextInt(2, 5), random.nextInt(2, 5), false, true);
            case STRIP -> {
                int count = random.nextInt(2, 7);
                boolean isRow = random.nextBoolean();
                grid(isRow ? 1 : count, isRow ? count : 1, false, false);
            }
            case PLAIN, DARK, TURNED, POSTER, BESIDE, INSIDE, ARROWS, BOXED ->
                grid(random.nextInt(2, 5), random.nextInt(2, 5), false, false);
            case INTERIOR, NO_MARGIN, THIN, SHARED, MOSAIC -> any();
        }
    }

    /// The hard kinds come in all arrangements.
    private void any() {
        switch (random.nextInt(8)) {
            case 0 -> lanes(false);
            case 1 -> lanes(true);
            case 2 -> grid(random.nextInt(2, 5), random.nextInt(2, 5), kind != SheetKind.MOSAIC, false);
            case 3 -> grid(random.nextInt(2, 4), random.nextInt(2, 4), false, true);
            default -> grid(random.nextInt(2, 5), random.nextInt(2, 5), false, false);
        }
    }

    private int panelHeight() {
        return random.nextInt(170, 330);
    }

    private double ratio() {
        return List.of(16 / 9.0, 16 / 9.0, 4 / 3.0, 1.0, 2.39, 0.75).get(random.nextInt(6));
    }

    private void grid(int rows, int columns, boolean isIncomplete, boolean isUneven) {
        int usual = panelHeight();
        double ratio = ratio();
        int[] heights = IntStream.range(0, rows)
                .map(i -> isUneven ? (int) (usual * random.nextDouble(0.7, 1.5)) : usual)
                .toArray();
        int[] widths = IntStream.range(0, columns)
                .map(i -> (int) Math.max(150, usual * ratio * (isUneven ? random.nextDouble(0.6, 1.4) : 1)))
                .toArray();
        int beside = captions == Captions.BESIDE ? random.nextInt(120, 220) : 0;
        int y = margin + header;
        for (int row = 0; row < rows; row++) {
            int here = isIncomplete && row == rows - 1 ? random.nextInt(1, columns) : columns;
            int x = margin;
            for (int column = 0; column < here; column++) {
                panels.add(Quad.rectangle(x, y, widths[column], heights[row]));
                x += widths[column] + beside + across;
            }
            y += heights[row] + below() + down;
        }
        width = 2 * margin + Arrays.stream(widths).sum() + columns * beside + (columns - 1) * across;
        height = y - down + margin + footer;
    }

    /// Rows, or columns, each with its own number of panels.
    private void lanes(boolean areColumns) {
        int count = random.nextInt(2, 5);
        int size = panelHeight();
        double ratio = Math.min(ratio(), 16 / 9.0);
        int laneWidth = areColumns ? (int) Math.max(200, size * ratio) : 0;
        int span = areColumns ? 3 * (size + below()) + 2 * down : (int) Math.max(760, 3 * size * ratio);
        for (int lane = 0; lane < count; lane++) {
            int here = random.nextInt(1, 5);
            int each = (span - (here - 1) * (areColumns ? down : across)) / here - (areColumns ? below() : 0);
            for (int i = 0; i < here; i++) {
                panels.add(
                        areColumns
                                ? Quad.rectangle(
                                        margin + lane * (laneWidth + across),
                                        margin + header + i * (each + below() + down),
                                        laneWidth,
                                        each)
                                : Quad.rectangle(
                                        margin + i * (each + across),
                                        margin + header + lane * (size + below() + down),
                                        each,
                                        size));
            }
        }
        width = 2 * margin + (areColumns ? count * laneWidth + (count - 1) * across : span);
        height = 2 * margin + header + footer + (areColumns ? span : count * (size + below() + down) - down);
    }

    private void comic() {
        width = random.nextInt(800, 1200);
        height = (int) (width * random.nextDouble(1.2, 1.5));
        int rows = random.nextInt(2, 5);
        int[] edges = shares(rows, margin + header, height - margin - footer, down);
        for (int row = 0; row < rows; row++) {
            int top = edges[row] + (row == 0 ? 0 : down);
            int columns = random.nextInt(1, 4);
            int[] ends = shares(columns, margin, width - margin, across);
            double lean = 0;
            for (int column = 0; column < columns; column++) {
                int left = ends[column] + (column == 0 ? 0 : across);
                double next = kind == SheetKind.SLANTED && column < columns - 1 ? random.nextDouble(-45, 45) : 0;
                boolean isStack = kind == SheetKind.COMIC && columns > 1 && random.nextInt(4) == 0;
                int[] parts = isStack ? shares(2, top, edges[row + 1], down) : new int[] {top, edges[row + 1]};
                for (int i = 0; i + 1 < parts.length; i++) {
                    panels.add(
                            leaning(left, parts[i] + (i == 0 ? 0 : down), ends[column + 1], parts[i + 1], lean, next));
                }
                lean = next;
            }
        }
    }

    private static Quad leaning(int left, int top, int right, int bottom, double leanLeft, double leanRight) {
        return new Quad(
                new Quad.Point(left + leanLeft, top),
                new Quad.Point(right + leanRight, top),
                new Quad.Point(right - leanRight, bottom),
                new Quad.Point(left - leanLeft, bottom));
    }

    /// Ends of uneven parts of a stretch with gaps between; a part starts a gap after the end of the one before.
    private int[] shares(int count, int from, int to, int gap) {
        double[] weights = random.doubles(count, 0.7, 1.5).toArray();
        double sum = Arrays.stream(weights).sum();
        int free = to - from - (count - 1) * gap;
        var ends = new int[count + 1];
        ends[0] = from;
        double at = from;
        for (int i = 0; i < count; i++) {
            at += free * weights[i] / sum;
            ends[i + 1] = i == count - 1 ? to : (int) at;
            at += gap;
        }
        return ends;
    }

    final List<Quad> rules = new ArrayList<>();

    /// Number, picture, and columns of text, in a ruled table of one or two blocks side by side.
    private void table() {
        int rows = random.nextInt(3, 6);
        int size = random.nextInt(130, 220);
        int picture = (int) (size * 16 / 9.0);
        int texts = random.nextInt(2, 5);
        int padding = random.nextInt(3) == 0 ? 0 : random.nextInt(4, PADDING + 6);
        int[] widths = new int[texts + 2];
        Arrays.fill(widths, random.nextInt(90, 180));
        widths[0] = random.nextInt(50, 80);
        widths[1] = picture + 2 * padding;
        int head = random.nextInt(30, 45);
        int y = margin + header;
        for (int row = 0; row <= rows; row++) {
            int tall = row == 0 ? head : size + 2 * padding;
            int x = margin;
            for (int column = 0; column < widths.length; column++) {
                rules.add(Quad.rectangle(x, y, widths[column], tall));
                if (row > 0 && column == 1) {
                    panels.add(Quad.rectangle(x + padding, y + padding, picture, size));
                }
                x += widths[column] + border;
            }
            y += tall + border;
            width = x + margin;
        }
        height = y + margin + footer;
    }

    private void single() {
        width = random.nextInt(500, 1400);
        height = (int) (width * random.nextDouble(0.5, 1.6));
        panels.add(Quad.rectangle(margin, margin, width - 2.0 * margin, height - 2.0 * margin));
    }
}
