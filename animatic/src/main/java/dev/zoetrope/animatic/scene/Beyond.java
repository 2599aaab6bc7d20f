package dev.zoetrope.animatic.scene;

import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/// Places without weather: rooms, the sea's floor, and other worlds.
final class Beyond {
    private final Sheets sheets;
    private final Light light;
    private final Stage stage;
    private final long seed;

    Beyond(Sheets sheets) {
        this.sheets = sheets;
        this.light = sheets.light();
        this.stage = sheets.stage();
        this.seed = sheets.seed();
    }

    /// A dark room with a large window, through which the sky is seen and the light falls.
    void room() {
        Cel far = sheets.far();
        far.fade(
                sheets.terrain(far).hills(stage.horizon(), 0.1, 1.3, 0.2, seed),
                stage.horizon() - 0.1,
                light.seen(new Color(0x6f7f88), 0.5),
                stage.horizon() + 0.2,
                light.seen(new Color(0x6f7f88), 0.3));
        rainOnGlass(far);
        Cel wall = sheets.middle();
        Color dark = Tones.mix(light.dark(), light.seen(new Color(0x7b6a5c), 0), 0.34);
        double wide = 0.78 * StrictMath.sqrt(stage.zoom());
        double x = Math.clamp(stage.sunX() - wide / 2, 0.08, stage.ratio() - wide - 0.08);
        double top = 0.1;
        double sill = 0.7;
        var room = new java.awt.geom.Area(
                new Rectangle2D.Double(wall.left(), -Cel.ABOVE, wall.right() - wall.left(), 1 + 2 * Cel.ABOVE));
        for (int i = 0; i < 3; i++) {
            for (int row = 0; row < 2; row++) {
                double left = x + wide * i / 3 + 0.008;
                double high = row == 0 ? top : top + 0.18;
                double low = row == 0 ? top + 0.165 : sill;
                room.subtract(new java.awt.geom.Area(new Rectangle2D.Double(left, high, wide / 3 - 0.016, low - high)));
            }
        }
        wall.fill(room, dark);
        wall.fill(new Rectangle2D.Double(x - 0.03, sill, wide + 0.06, 0.022), Tones.mix(dark, light.rim(), 0.35));
        furnish(wall, x, wide, dark);
        Cel floor = sheets.ground();
        double edge = stage.horizon() + (stage.foot() - stage.horizon()) * 0.72;
        floor.fade(
                new Rectangle2D.Double(floor.left(), edge, floor.right() - floor.left(), floor.bottom() - edge),
                edge,
                Tones.mix(dark, light.haze(), 0.16),
                floor.bottom(),
                light.dark());
        Path2D fall = new Path2D.Double();
        double lean = stage.castX() < x + wide / 2 ? -0.4 : 0.4;
        fall.moveTo(x + 0.05, edge);
        fall.lineTo(x + wide - 0.05, edge);
        fall.lineTo(x + wide + lean, floor.bottom());
        fall.lineTo(x + lean - 0.1, floor.bottom());
        fall.closePath();
        floor.fade(fall, edge, Tones.clear(light.sun(), 0.34), floor.bottom(), Tones.clear(light.sun(), 0.04));
        curtain();
    }

    private void rainOnGlass(Cel far) {
        boolean isWet = sheets.scene()
                .weather()
                .filter(w -> w == Weather.RAIN || w == Weather.STORM)
                .isPresent();
        for (int i = 0; i < (isWet ? 320 : 0); i++) {
            double x = far.left() + Noise.of(seed, i, 241) * (far.right() - far.left());
            double y = Noise.of(seed, i, 242);
            double long_ = 0.015 + 0.05 * Noise.of(seed, i, 243);
            far.fill(Terrain.line(0.002, x, y, x - long_ * 0.1, y + long_), Tones.clear(light.rim(), 0.4));
        }
    }

    /// A shelf of books and a hanging lamp.
    private void furnish(Cel wall, double x, double wide, Color dark) {
        boolean isRight = x + wide / 2 < stage.ratio() / 2;
        double left = isRight ? Math.max(x + wide + 0.12, stage.ratio() - 0.42) : Math.min(x - 0.54, 0.0);
        for (int shelf = 0; shelf < 4; shelf++) {
            double y = 0.24 + 0.16 * shelf;
            wall.fill(new Rectangle2D.Double(left, y, 0.42, 0.012), Tones.mix(dark, light.rim(), 0.12));
            double at = left + 0.01;
            for (int book = 0; at < left + 0.38; book++) {
                double thick = 0.01 + 0.016 * Noise.of(seed, book, 250 + shelf);
                double tall = 0.07 + 0.05 * Noise.of(seed, book, 260 + shelf);
                Color spine = new Color(java.awt.Color.HSBtoRGB((float) Noise.of(seed, book, 270 + shelf), 0.4f, 0.5f));
                wall.fill(
                        new Rectangle2D.Double(at, y - tall, thick * 0.9, tall),
                        Tones.mix(Tones.lit(spine, light.fall()), dark, 0.65));
                at += thick + (Noise.of(seed, book, 280 + shelf) < 0.15 ? 0.03 : 0);
            }
        }
        double lampX = left + 0.2;
        wall.fill(Terrain.line(0.004, lampX, -0.2, lampX, 0.03), light.dark());
        Path2D shade = new Path2D.Double();
        shade.moveTo(lampX - 0.02, 0.02);
        shade.lineTo(lampX + 0.02, 0.02);
        shade.lineTo(lampX + 0.065, 0.08);
        shade.lineTo(lampX - 0.065, 0.08);
        shade.closePath();
        if (sheets.isLamplit()) {
            wall.glow(lampX, 0.1, 0.5, light.lamp(), 0.5);
        }
        wall.fill(shade, sheets.isLamplit() ? Tones.mix(light.lamp(), dark, 0.25) : light.dark());
    }

    private void curtain() {
        Cel near = sheets.near();
        boolean isRight = stage.castX() < stage.ratio() / 2;
        double edge = isRight ? stage.ratio() - 0.16 : 0.16;
        double outer = isRight ? near.right() + 0.01 : near.left() - 0.01;
        Path2D cloth = new Path2D.Double();
        cloth.moveTo(outer, -0.2);
        cloth.lineTo(edge, -0.2);
        cloth.curveTo(edge, 0.3, edge + (isRight ? 0.07 : -0.07), 0.6, edge + (isRight ? 0.02 : -0.02), 1.2);
        cloth.lineTo(outer, 1.2);
        cloth.closePath();
        near.fill(cloth, Tones.mix(light.dark(), light.seen(new Color(0x7d4a48), 0), 0.3));
        near.blur(0.006);
    }

    void underwater() {
        Cel far = sheets.far();
        Rectangle2D all = new Rectangle2D.Double(far.left(), -Cel.ABOVE, far.right() - far.left(), 1 + 2 * Cel.ABOVE);
        far.fade(all, -0.1, light.top(), 0.55, light.middle());
        far.fade(
                new Rectangle2D.Double(far.left(), 0.5, far.right() - far.left(), 1),
                0.5,
                Tones.clear(light.low(), 0),
                1.1,
                light.low());
        far.glow(stage.sunX(), -0.05, 0.9, light.sun(), 0.6);
        for (int i = 0; i < 11; i++) {
            double x = stage.sunX() + 0.07 * (i - 5);
            double lean = 0.22 * (i - 5) + 0.1 * (Noise.of(seed, i, 291) - 0.5);
            Path2D ray = new Path2D.Double();
            ray.moveTo(x, -0.15);
            ray.lineTo(x + 0.03, -0.15);
            ray.lineTo(x + lean + 0.12 + 0.1 * Noise.of(seed, i, 292), 0.95);
            ray.lineTo(x + lean, 0.95);
            ray.closePath();
            far.fade(
                    ray,
                    -0.1,
                    Tones.clear(light.sun(), 0.2 * Noise.of(seed, i, 293)),
                    0.9,
                    Tones.clear(light.sun(), 0));
        }
        far.fill(sheets.terrain(far).hills(0.8, 0.16, 1.6, 0.5, seed), Tones.mix(light.middle(), light.low(), 0.55));
        sheets.middle()
                .fill(
                        sheets.terrain(sheets.middle()).hills(0.9, 0.2, 1.5, 0.6, seed + 8),
                        Tones.mix(light.low(), light.middle(), 0.25));
        Cel near = sheets.near();
        near.fill(sheets.terrain(near).grass(1.12, 0.34, seed + 50), Tones.mix(light.dark(), light.low(), 0.4));
        for (int i = 0; i < 60; i++) {
            double x = near.left() + Noise.of(seed, i, 301) * (near.right() - near.left());
            double radius = 0.002 + 0.006 * Noise.of(seed, i, 302);
            near.ink().setStroke(new java.awt.BasicStroke(0.0012f));
            near.ink().setPaint(Tones.clear(light.rim(), 0.5));
            near.ink().draw(new Ellipse2D.Double(x, Noise.of(seed, i, 303), radius, radius));
        }
        near.blur(0.002);
    }

    /// The ground of a small world, where somebody has to stand.
    void space() {
        boolean isGrounded =
                sheets.scene().cast().stream().anyMatch(actor -> actor.being().habit() == Being.Habit.GROUND);
        if (!isGrounded) {
            return;
        }
        Color dust = new Color(0x9a8f8a);
        Cel far = sheets.far();
        far.fill(
                sheets.terrain(far).hills(stage.horizon() + 0.02, 0.14, 1.3, 0.7, seed),
                Tones.lit(Tones.mix(dust, light.dark(), 0.35), light.fall()));
        Cel cel = sheets.ground();
        double top = stage.horizon() + (stage.foot() - stage.horizon()) * 0.45;
        cel.fade(
                sheets.terrain(cel).hills(top, 0.05, 0.9, 0.1, seed + 4),
                top,
                Tones.lit(dust, light.fall()),
                cel.bottom(),
                light.dark());
        for (int i = 0; i < 14; i++) {
            double deep = Noise.of(seed, i, 311);
            double x = cel.left() + Noise.of(seed, i, 312) * (cel.right() - cel.left());
            double y = top + 0.05 + deep * (1 - top);
            double wide = 0.02 + 0.14 * deep * Noise.of(seed, i, 313);
            cel.fill(new Ellipse2D.Double(x, y, wide, wide * 0.24), Tones.clear(light.dark(), 0.5));
            cel.fill(
                    new Ellipse2D.Double(x, y + wide * 0.06, wide, wide * 0.22),
                    Tones.clear(Tones.lit(dust, light.fall()), 0.6));
        }
    }
}
