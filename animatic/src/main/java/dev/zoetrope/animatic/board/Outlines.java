package dev.zoetrope.animatic.board;

import dev.zoetrope.animatic.Colour;
import dev.zoetrope.animatic.Picture;
import java.util.List;
import java.util.stream.IntStream;

/// Whether the outlines of what was found look like those of panels. Where a part of a picture was taken for paper,
/// the rest of it comes out in boxes too, but their edges are shading, and they stand anywhere.
///
/// @param layout that is doubted
record Outlines(Layout layout) {
    /// Every so many pixels are looked at.
    private static final int STEP = 4;

    /// Colours are compared over so many pixels on either side of an outline, as blur and frames allow.
    private static final int REACH = 4;

    /// A change of colour that an eye takes for an edge.
    private static final int CHANGE = 16;

    /// An outline that is an edge over this share of its length is sharp.
    private static final double SHARP = 0.45;

    /// Sides lie on one line within this share of the sheet's shorter side.
    private static final double ON_LINE = 0.012;

    /// This share of the panels must have sides on one line with others.
    private static final double MOST = 0.75;

    /// True when most panels end at an edge of the drawing. What ends with the sheet says nothing.
    boolean areSharp() {
        List<Found> panels = layout.panels();
        long sharp =
                panels.stream().filter(panel -> sharpness(panel.box()) >= SHARP).count();
        return 2 * sharp > panels.size();
    }

    /// The share of a box's outline within the sheet at which the colour changes within a few pixels.
    private double sharpness(Box box) {
        int changes = 0;
        int count = 0;
        for (int side = 0; side < 4; side++) {
            boolean isUpright = side % 2 == 0;
            int length = isUpright ? box.height() : box.width();
            for (int along = STEP; along < length - STEP; along += STEP) {
                int x = isUpright ? (side == 0 ? box.left() : box.right()) : box.left() + along;
                int y = isUpright ? box.top() + along : (side == 1 ? box.top() : box.bottom());
                int outwards = side < 2 ? -1 : 1;
                int acrossX = isUpright ? outwards : 0;
                int acrossY = isUpright ? 0 : outwards;
                if (isOnSheet(x + REACH * acrossX, y + REACH * acrossY)) {
                    changes += isEdge(x, y, acrossX, acrossY) ? 1 : 0;
                    count++;
                }
            }
        }
        return count == 0 ? 1 : (double) changes / count;
    }

    /// True when the colour changes from inside to outside, or is another one on the way: a frame around a drawing on
    /// the paper's own colour.
    private boolean isEdge(int x, int y, int acrossX, int acrossY) {
        Picture picture = layout.canvas().picture();
        int inside = picture.at(x - REACH * acrossX, y - REACH * acrossY);
        return IntStream.of(REACH, REACH / 2, 0)
                .map(out -> picture.at(x + out * acrossX, y + out * acrossY))
                .anyMatch(outside -> Colour.distance(inside, outside) >= CHANGE);
    }

    private boolean isOnSheet(int x, int y) {
        Turn turn = layout.canvas().turn();
        double sheetX = turn.sheetX(x, y);
        double sheetY = turn.sheetY(x, y);
        return sheetX >= 0 && sheetY >= 0 && sheetX < 2 * turn.centreX() && sheetY < 2 * turn.centreY();
    }

    /// True when most panels have two sides or more on one line with those of others or with the sheet's edge.
    boolean areAligned() {
        List<Found> panels = layout.panels();
        long aligned =
                panels.stream().filter(panel -> aligned(panel.box()) >= 2).count();
        return aligned >= MOST * panels.size();
    }

    private int aligned(Box box) {
        Turn turn = layout.canvas().turn();
        double slack = ON_LINE * 2 * Math.min(turn.centreX(), turn.centreY());
        List<Box> others = layout.panels().stream()
                .map(Found::box)
                .filter(other -> !other.equals(box))
                .toList();
        int sides = 0;
        sides += !isOnSheet((int) (box.left() - 2 * slack), (int) box.centreY())
                        || others.stream().anyMatch(other -> Math.abs(other.left() - box.left()) <= slack)
                ? 1
                : 0;
        sides += !isOnSheet((int) (box.right() + 2 * slack), (int) box.centreY())
                        || others.stream().anyMatch(other -> Math.abs(other.right() - box.right()) <= slack)
                ? 1
                : 0;
        sides += !isOnSheet((int) box.centreX(), (int) (box.top() - 2 * slack))
                        || others.stream().anyMatch(other -> Math.abs(other.top() - box.top()) <= slack)
                ? 1
                : 0;
        sides += !isOnSheet((int) box.centreX(), (int) (box.bottom() + 2 * slack))
                        || others.stream().anyMatch(other -> Math.abs(other.bottom() - box.bottom()) <= slack)
                ? 1
                : 0;
        return sides;
    }
}
