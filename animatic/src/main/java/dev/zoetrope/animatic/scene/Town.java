package dev.zoetrope.animatic.scene;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/// Cities from afar, and streets between houses.
final class Town {
    private static final Color WALL = new Color(0x6e7684);
    private static final Color[] SIGNS = {
        new Color(0xff4f8b), new Color(0x35e0ff), new Color(0xffc64a), new Color(0x8d6bff), new Color(0x5bffb0)
    };

    private final Sheets sheets;
    private final Light light;
    private final Stage stage;
    private final long seed;
    private final boolean isNeon;

    Town(Sheets sheets) {
        this.sheets = sheets;
        this.light = sheets.light();
        this.stage = sheets.stage();
        this.seed = sheets.seed();
        this.isNeon = sheets.scene().tint().filter(Tint.NEON::equals).isPresent();
    }

    void city() {
        for (int i = 0; i < 3; i++) {
            skyline(sheets.far(), stage.horizon() + 0.02 * i, 0.44 - 0.05 * i, 0.74 - 0.17 * i, seed + 11L * i);
            sheets.far().mist(stage.horizon() - 0.2, stage.horizon() + 0.06, light.haze(), 0.4);
        }
        Cel far = sheets.far();
        far.fill(new Rectangle2D.Double(far.left(), stage.horizon() + 0.05, far.right() - far.left(), 1), light.haze());
        skyline(sheets.middle(), stage.horizon() + 0.1, 0.3, 0.22, seed + 70);
        roof();
    }

    private void skyline(Cel cel, double foot, double tallest, double haze, long own) {
        double x = cel.left() - 0.1 * Noise.of(own, 0, 1);
        for (int i = 0; x < cel.right(); i++) {
            double wide = stage.zoom() * (0.05 + 0.075 * Noise.of(own, i, 2));
            double rise = Noise.of(own, i, 3);
            double tall =
                    stage.zoom() * tallest * (0.25 + 0.75 * rise * rise) * (0.7 + 0.5 * Noise.cloud(own, x * 1.5, 1));
            tower(cel, new Rectangle2D.Double(x, foot - tall, wide, tall), haze, own + 31L * i);
            x += wide * (0.96 + 0.3 * Noise.of(own, i, 4));
        }
        cel.fill(
                new Rectangle2D.Double(cel.left(), foot - 0.01, cel.right() - cel.left(), cel.bottom() - foot + 0.01),
                light.seen(WALL, haze * 0.9));
    }

    private void tower(Cel cel, Rectangle2D body, double haze, long own) {
        Color wall = Tones.mix(light.seen(WALL, haze), light.dark(), 0.45 * (1 - haze));
        double x = body.getX();
        double y = body.getY();
        double wide = body.getWidth();
        cel.fade(body, y, Tones.mix(wall, light.top(), 0.1), y + body.getHeight(), Tones.mix(wall, light.haze(), 0.35));
        int shape = (int) (4 * Noise.of(own, 1, 6));
        if (shape == 0) {
            cel.fill(new Rectangle2D.Double(x + wide * 0.2, y - wide * 0.3, wide * 0.6, wide * 0.31), wall);
        } else if (shape == 1) {
            cel.fill(Terrain.line(0.003, x + wide / 2, y, x + wide / 2, y - wide * 0.9), wall);
        } else if (shape == 2) {
            Path2D slope = new Path2D.Double();
            slope.moveTo(x, y + 0.001);
            slope.lineTo(x + wide, y + 0.001);
            slope.lineTo(x + wide, y - wide * 0.35);
            slope.closePath();
            cel.fill(slope, wall);
        }
        // The side towards the light is brighter.
        boolean isRight = stage.sunX() > x + wide / 2;
        cel.fill(
                new Rectangle2D.Double(isRight ? x + wide * 0.86 : x, y, wide * 0.14, body.getHeight()),
                Tones.clear(light.rim(), 0.16 * (1 - haze)));
        windows(cel, body, haze, own);
    }

    private void windows(Cel cel, Rectangle2D body, double haze, long own) {
        double pitch = 0.0125 * stage.zoom();
        double shareLit = sheets.isLamplit() || isNeon ? 0.42 : 0.1;
        int row = 0;
        for (double y = body.getY() + pitch; y < body.getMaxY() - pitch; y += pitch * 1.25) {
            row++;
            int column = 0;
            for (double x = body.getX() + pitch * 0.6; x < body.getMaxX() - pitch; x += pitch) {
                column++;
                double chance = Noise.of(own, row, column);
                boolean isLit = chance < shareLit * (0.4 + 1.2 * Noise.cloud(own, row * 0.3, column * 0.2));
                Color pane = isLit ? lamp(own + row) : light.haze();
                double strength =
                        isLit ? (sheets.isLamplit() || isNeon ? 0.95 : 0.35) * (1 - haze * 0.75) : 0.09 * (1 - haze);
                cel.fill(new Rectangle2D.Double(x, y, pitch * 0.5, pitch * 0.6), Tones.clear(pane, strength));
            }
        }
    }

    private Color lamp(long which) {
        return isNeon && Noise.of(which, 5, 5) < 0.6
                ? SIGNS[(int) (SIGNS.length * Noise.of(which, 6, 6))]
                : Tones.mix(light.lamp(), Color.WHITE, 0.25 * Noise.of(which, 7, 7));
    }

    /// A roof to look from, with its parapet.
    private void roof() {
        Cel cel = sheets.ground();
        double top = stage.horizon() + (stage.foot() - stage.horizon()) * 0.72;
        Color slab = Tones.mix(light.seen(new Color(0x555a63), 0), light.dark(), 0.55);
        Rectangle2D floor = new Rectangle2D.Double(cel.left(), top, cel.right() - cel.left(), cel.bottom() - top);
        cel.fade(floor, top, Tones.mix(slab, light.haze(), 0.22), cel.bottom(), Tones.mix(slab, light.dark(), 0.6));
        cel.fill(
                new Rectangle2D.Double(cel.left(), top - 0.035, cel.right() - cel.left(), 0.04),
                Tones.mix(slab, light.dark(), 0.4));
        cel.fill(
                new Rectangle2D.Double(cel.left(), top - 0.038, cel.right() - cel.left(), 0.005),
                Tones.mix(slab, light.rim(), 0.5));
        Cel near = sheets.near();
        boolean isRight = stage.castX() < stage.ratio() / 2;
        double x = isRight ? stage.ratio() - 0.14 : 0.14;
        near.fill(Terrain.line(0.012, x, 1.2, x, 0.42), light.dark());
        near.fill(Terrain.line(0.008, x - 0.1, 0.5, x + 0.1, 0.5), light.dark());
        near.fill(Terrain.line(0.006, x - 0.07, 0.58, x + 0.07, 0.58), light.dark());
        near.blur(0.004);
    }

    /// Two rows of houses that draw together, with lamps and signs between.
    void street() {
        double vanishX = stage.ratio() * 0.5 + (stage.sunX() - stage.ratio() * 0.5) * 0.3;
        Cel far = sheets.far();
        skyline(far, stage.horizon() + 0.01, 0.3, 0.7, seed + 5);
        far.glow(vanishX, stage.horizon() - 0.03, 0.5, sheets.isLamplit() ? light.lamp() : light.sun(), 0.4);
        pavement(vanishX);
        for (int i = 5; i >= 0; i--) {
            Cel cel = i > 1 ? sheets.middle() : sheets.ground();
            house(cel, vanishX, -1, i);
            house(cel, vanishX, 1, i);
        }
        lanterns();
    }

    private void pavement(double vanishX) {
        Cel cel = sheets.middle();
        double top = stage.horizon() + 0.01;
        Color stone = new Color(0x5a6069);
        cel.fade(
                new Rectangle2D.Double(cel.left(), top, cel.right() - cel.left(), cel.bottom() - top),
                top,
                light.seen(stone, 0.55),
                cel.bottom(),
                Tones.mix(light.seen(stone, 0), light.dark(), 0.35));
        boolean isWet = sheets.scene()
                        .weather()
                        .filter(w -> w == Weather.RAIN || w == Weather.STORM)
                        .isPresent()
                || isNeon;
        for (int i = 0; i < (isWet ? 90 : 36); i++) {
            double deep = Noise.of(seed, i, 121);
            double y = top + 0.01 + deep * deep * (cel.bottom() - top);
            double off = (Noise.of(seed, i, 122) - 0.5) * (0.2 + 2.4 * deep);
            double wide = 0.01 + 0.07 * deep;
            Color shine = isWet ? lamp(seed + i) : light.haze();
            cel.fill(
                    new Ellipse2D.Double(vanishX + off - wide / 2, y, wide, isWet ? 0.01 + 0.09 * deep : 0.003),
                    Tones.clear(shine, isWet ? 0.16 : 0.12));
        }
    }

    /// One house of a row; the nearest is number 0.
    private void house(Cel cel, double vanishX, int side, int number) {
        double near = StrictMath.pow(0.62, number);
        double far = near * 0.64;
        double halfNear = 0.92 * near * StrictMath.sqrt(stage.zoom());
        double halfFar = 0.92 * far * StrictMath.sqrt(stage.zoom());
        double tall = 0.9 + 0.5 * Noise.of(seed + side, number, 131);
        double eye = 0.26;
        double xNear = vanishX + side * halfNear;
        double xFar = vanishX + side * halfFar;
        Path2D wall = new Path2D.Double();
        wall.moveTo(xFar, stage.horizon() + eye * far);
        wall.lineTo(xFar, stage.horizon() - tall * far);
        wall.lineTo(xNear, stage.horizon() - tall * near);
        wall.lineTo(side > 0 ? cel.right() + 1 : cel.left() - 1, stage.horizon() - tall * near);
        wall.lineTo(side > 0 ? cel.right() + 1 : cel.left() - 1, stage.horizon() + eye * near);
        wall.lineTo(xNear, stage.horizon() + eye * near);
        wall.closePath();
        double haze = 0.12 + 0.1 * number;
        Color brick = Tones.mix(WALL, new Color(0x8a5a4a), 0.7 * Noise.of(seed + side, number, 132));
        Color colour = Tones.mix(light.seen(brick, haze), light.dark(), 0.6 * (1 - haze));
        cel.fade(
                wall,
                stage.horizon() - tall * near,
                colour,
                stage.horizon() + eye * near,
                Tones.mix(colour, light.haze(), 0.2));
        for (int row = 0; row < 4; row++) {
            for (int column = 0; column < 3; column++) {
                pane(cel, vanishX, side, number, row, column, tall);
            }
        }
        sign(cel, xFar + (xNear - xFar) * 0.75, side, near, number);
    }

    private void pane(Cel cel, double vanishX, int side, int number, int row, int column, double tall) {
        double near = StrictMath.pow(0.62, number);
        double d1 = near * StrictMath.pow(0.64, (column + 0.25) / 3);
        double d2 = near * StrictMath.pow(0.64, (column + 0.75) / 3);
        double top = tall * (0.9 - 0.24 * row);
        double bottom = top - tall * 0.14;
        double grown = 0.92 * StrictMath.sqrt(stage.zoom());
        Path2D pane = new Path2D.Double();
        pane.moveTo(vanishX + side * grown * d1, stage.horizon() - top * d1);
        pane.lineTo(vanishX + side * grown * d2, stage.horizon() - top * d2);
        pane.lineTo(vanishX + side * grown * d2, stage.horizon() - bottom * d2);
        pane.lineTo(vanishX + side * grown * d1, stage.horizon() - bottom * d1);
        pane.closePath();
        boolean isLit = sheets.isLamplit() && Noise.of(seed + side, number * 17 + row, 141 + column) < 0.45;
        cel.fill(pane, isLit ? Tones.clear(lamp(seed + row + 7L * column), 0.9) : Tones.clear(light.middle(), 0.22));
    }

    private void sign(Cel cel, double x, int side, double near, int number) {
        if (!sheets.isLamplit() && !isNeon) {
            return;
        }
        double tall = 0.26 * near;
        double top = stage.horizon() - (0.5 + 0.2 * Noise.of(seed + side, number, 151)) * near;
        Color glow = isNeon ? SIGNS[Math.floorMod(number * 2 + (side > 0 ? 1 : 0), SIGNS.length)] : light.lamp();
        double wide = 0.055 * near;
        double left = side > 0 ? x - wide : x;
        cel.glow(left + wide / 2, top + tall / 2, tall * 1.5, glow, 0.4);
        cel.fill(new Rectangle2D.Double(left, top, wide, tall), Tones.mix(light.dark(), glow, 0.3));
        for (int i = 0; i < 4; i++) {
            double y = top + tall * (0.09 + 0.23 * i);
            cel.ink().setPaint(Tones.mix(glow, Color.WHITE, 0.4));
            cel.ink().setStroke(new BasicStroke((float) (0.007 * near)));
            cel.ink().draw(new Rectangle2D.Double(left + wide * 0.24, y, wide * 0.52, tall * 0.13));
        }
    }

    /// Lanterns on a string before the lens.
    private void lanterns() {
        Cel near = sheets.near();
        double sag = 0.07;
        boolean isGrey = sheets.scene().tint().filter(Tint.MONOCHROME::equals).isPresent();
        Color paper = isGrey ? light.lamp() : isNeon ? SIGNS[1] : new Color(0xe0553a);
        for (int i = 0; i < 7; i++) {
            double share = (i + 0.5) / 7;
            double x = near.left() + share * (near.right() - near.left());
            double y = 0.02 + sag * 4 * share * (1 - share) + 0.02;
            if (sheets.isLamplit() || isNeon) {
                near.glow(x, y + 0.03, 0.12, paper, 0.35);
            }
            Color body = sheets.isLamplit() || isNeon
                    ? Tones.mix(paper, light.lamp(), 0.25)
                    : Tones.lit(paper, light.fall());
            near.fill(new Ellipse2D.Double(x - 0.026, y, 0.052, 0.062), body);
            near.fill(new Rectangle2D.Double(x - 0.01, y - 0.006, 0.02, 0.008), light.dark());
            near.fill(new Rectangle2D.Double(x - 0.01, y + 0.06, 0.02, 0.008), light.dark());
        }
        Path2D rope = new Path2D.Double();
        rope.moveTo(near.left(), 0.01);
        rope.quadTo(stage.ratio() / 2, 0.01 + 2 * sag, near.right(), 0.01);
        near.ink().setStroke(new BasicStroke(0.003f));
        near.ink().setPaint(light.dark());
        near.ink().draw(rope);
        near.blur(0.004);
    }
}
