package dev.zoetrope.animatic.board;

import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Where everything stands on a synthetic sheet, before it is drawn: panels in reading order, writing, rules.
final class SheetPlan {
    private static final int LINE = 22;
    private static final int DEEPEST = 2;
    private static final List<Double> RATIOS = List.of(16 / 9.0, 16 / 9.0, 4 / 3.0, 1.0, 2.39, 0.75);

    final List<Rectangle> panels = new ArrayList<>();
    /// Blocks to be filled with lines of writing.
    final List<Rectangle> writing = new ArrayList<>();
    /// Boxes for words that hang on the pictures' frames.
    final List<Rectangle> boxes = new ArrayList<>();
    /// Ruled lines of a table.
    final List<Rectangle> rules = new ArrayList<>();

    final int border;
    int width;
    int height;

    private final SheetKind kind;
    private final SplittableRandom random;
    private final int margin;
    private final int header;
    private final int footer;
    private final int across;
    private final int down;
    private final int captionLines;

    SheetPlan(SheetKind kind, SplittableRandom random) {
        this.kind = kind;
        this.random = random;
        border = switch (kind) {
            case SHARED, BOXED -> random.nextInt(2, 7);
            case SKETCH -> random.nextInt(1, 4);
            case BARE, MOSAIC -> 0;
            default -> random.nextInt(7);
        };
        boolean isFull = kind == SheetKind.NO_MARGIN || (kind == SheetKind.MOSAIC && random.nextInt(2) == 0);
        margin = isFull ? 0 : random.nextInt(12, 90);
        across = gutter();
        down = gutter();
        boolean isPoster = kind == SheetKind.POSTER;
        header = isFull ? 0 : isPoster ? random.nextInt(80, 180) : random.nextInt(2) * random.nextInt(30, 80);
        footer = isPoster ? random.nextInt(30, 70) : 0;
        captionLines = switch (kind) {
            case SHARED, NO_MARGIN, THIN, MOSAIC, BESIDE, INSIDE, COMIC, TABLE -> 0;
            case BOXED -> random.nextInt(1, 4);
            default -> random.nextInt(3);
        };
        switch (kind) {
            case SINGLE -> single();
            case TABLE -> table();
            case COMIC -> comic();
            case COLUMNS -> columns();
            case BESIDE -> beside();
            case UNEVEN -> uneven();
            default -> rows();
        }
        if (header > 0 && kind != SheetKind.SINGLE && kind != SheetKind.TABLE) {
            writing.add(new Rectangle(margin, margin / 2 + 4, width / 3, isPoster ? header - 20 : LINE));
        }
        if (footer > 0) {
            writing.add(new Rectangle(margin, height - margin - footer / 2, width / 2, LINE));
        }
    }

    /// With shared lines neighbours lie apart by the line itself.
    private int gutter() {
        return switch (kind) {
            case THIN -> random.nextInt(2, 9) + 2 * border;
            case SHARED -> border;
            case MOSAIC -> 0;
            default -> random.nextInt(9, 61) + 2 * border;
        };
    }

    private void rows() {
        int rows = kind == SheetKind.STRIP ? random.nextInt(2, 6) : random.nextInt(2, 5);
        int columns = kind == SheetKind.STRIP ? 1 : random.nextInt(2, 5);
        if (kind == SheetKind.STRIP && random.nextInt(3) == 0) {
            columns = rows;
            rows = 1;
        }
        int tall = random.nextInt(190, 330);
        int wide = (int) Math.max(190, tall * RATIOS.get(random.nextInt(RATIOS.size())));
        // A box has a frame of its own below.
        int caption = captionLines == 0 ? 0 : captionLines * LINE + 8;
        int down = this.down + (kind == SheetKind.BOXED ? border : 0);
        width = 2 * margin + columns * wide + (columns - 1) * across;
        height = 2 * margin + header + footer + rows * (tall + caption) + (rows - 1) * down;
        boolean isUneven = kind == SheetKind.ROWS
                || ((kind == SheetKind.THIN || kind == SheetKind.SHARED || kind == SheetKind.INTERIOR)
                        && random.nextInt(3) == 0);
        for (int row = 0; row < rows; row++) {
            int here = isUneven ? random.nextInt(1, 5) : columns;
            if (kind == SheetKind.INCOMPLETE && row == rows - 1) {
                here = random.nextInt(1, columns);
            }
            int each = isUneven ? (width - 2 * margin - (here - 1) * across) / here : wide;
            for (int column = 0; column < here; column++) {
                int x = margin + column * (each + across);
                int y = margin + header + row * (tall + caption + down);
                panel(x, y, each, tall);
                if (caption > 0) {
                    writing.add(new Rectangle(x + 4, y + tall + border + 8, each - 8, captionLines * LINE));
                    if (kind == SheetKind.BOXED) {
                        boxes.add(new Rectangle(x, y + tall + border, each, caption));
                    }
                }
            }
        }
    }

    private void uneven() {
        int usual = random.nextInt(190, 330);
        int[] tall = random.ints(random.nextInt(2, 5), (int) (0.7 * usual), (int) (1.5 * usual))
                .toArray();
        int[] wide = random.ints(random.nextInt(2, 5), usual, 2 * usual).toArray();
        int y = margin + header;
        for (int row : tall) {
            int x = margin;
            for (int column : wide) {
                panel(x, y, column, row);
                x += column + across;
            }
            width = x - across + margin;
            y += row + down;
        }
        height = y - down + margin;
    }

    private void columns() {
        int columns = random.nextInt(2, 4);
        int wide = random.nextInt(260, 520);
        int tall = random.nextInt(600, 1100);
        width = 2 * margin + columns * wide + (columns - 1) * across;
        height = 2 * margin + header + tall;
        int[] counts = new int[columns];
        for (int i = 0; i < columns; i++) {
            // Equal neighbours would be rows, and read as such.
            counts[i] = i % 2 == 0 ? 2 : random.nextInt(2) == 0 ? 1 : 3;
            int each = (tall - (counts[i] - 1) * down) / counts[i];
            for (int row = 0; row < counts[i]; row++) {
                panel(margin + i * (wide + across), margin + header + row * (each + down), wide, each);
            }
        }
    }

    private void beside() {
        int rows = random.nextInt(3, 6);
        int columns = random.nextInt(1, 3);
        int tall = random.nextInt(170, 260);
        int wide = tall * 16 / 9;
        int note = random.nextInt(150, 300);
        width = 2 * margin + columns * (wide + note) + (columns - 1) * across;
        height = 2 * margin + header + rows * tall + (rows - 1) * down;
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                int x = margin + column * (wide + note + across);
                int y = margin + header + row * (tall + down);
                panel(x, y, wide, tall);
                writing.add(new Rectangle(
                        x + wide + border + 12, y + 6, note - border - 20, LINE * random.nextInt(2, tall / LINE - 1)));
            }
        }
    }

    private void comic() {
        width = random.nextInt(900, 1300);
        height = random.nextInt(1100, 1700);
        cut(new Rectangle(margin, margin + header, width - 2 * margin, height - 2 * margin - header), true, 0);
    }

    private void cut(Rectangle box, boolean inRows, int depth) {
        int length = inRows ? box.height : box.width;
        int least = 190;
        int parts = depth > DEEPEST ? 1 : Math.min(random.nextInt(depth == 0 ? 2 : 1, 4), length / (least + 40));
        if (parts < 2) {
            if (depth < DEEPEST) {
                cut(box, !inRows, depth + 1);
            } else {
                panel(box.x, box.y, box.width, box.height);
            }
            return;
        }
        int gap = inRows ? down : across;
        int free = length - (parts - 1) * gap - parts * least;
        int at = inRows ? box.y : box.x;
        for (int i = 0; i < parts; i++) {
            int more = i == parts - 1 ? free : Math.max(0, (int) (free * random.nextDouble(0.1, 0.6)));
            free -= more;
            int size = least + more;
            cut(
                    inRows ? new Rectangle(box.x, at, box.width, size) : new Rectangle(at, box.y, size, box.height),
                    !inRows,
                    // Neighbouring columns that are both cut again could be read either way.
                    !inRows && i % 2 == 1 ? DEEPEST + 1 : depth + 1);
            at += size + gap;
        }
    }

    /// Number, picture, and three to four columns of words; a heading above, ruled.
    private void table() {
        int rows = random.nextInt(3, 7);
        int rule = random.nextInt(1, 3);
        int pad = random.nextInt(3) == 0 ? 0 : random.nextInt(4, 16);
        int tall = random.nextInt(110, 220);
        int wide = tall * 16 / 9;
        int[] columns = new int[random.nextInt(4, 7)];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = i == 1 ? wide + 2 * pad : i == 0 ? 60 : random.nextInt(80, 200);
        }
        int head = 2 * LINE;
        int row = tall + 2 * pad + rule;
        int across = rule;
        for (int column : columns) {
            across += column + rule;
        }
        width = across + 2 * margin;
        height = 2 * margin + head + rows * row + rule;
        rules.add(new Rectangle(margin, margin, across, rule));
        for (int i = 0; i <= rows; i++) {
            rules.add(new Rectangle(margin, margin + head + i * row - rule + rule, across, rule));
        }
        int x = margin;
        for (int i = 0; i <= columns.length; i++) {
            rules.add(new Rectangle(x, margin, rule, head + rows * row + rule));
            if (i == columns.length) {
                break;
            }
            writing.add(new Rectangle(x + 12, margin + 14, columns[i] / 2, LINE));
            for (int r = 0; r < rows; r++) {
                int y = margin + head + r * row + rule;
                if (i == 1) {
                    panels.add(new Rectangle(x + rule + pad, y + pad, wide, tall));
                } else {
                    writing.add(new Rectangle(
                            x + 12, y + 12, columns[i] - 24, i == 0 ? LINE : LINE * random.nextInt(1, tall / LINE)));
                }
            }
            x += columns[i] + rule;
        }
    }

    private void single() {
        width = random.nextInt(600, 1500);
        height = random.nextInt(500, 1100);
        int rim = random.nextInt(3) == 0 ? random.nextInt(12, 60) : 0;
        panels.add(new Rectangle(rim, rim, width - 2 * rim, height - 2 * rim));
    }

    private void panel(int x, int y, int wide, int tall) {
        panels.add(new Rectangle(x, y, wide, tall));
    }
}
