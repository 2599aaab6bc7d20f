package dev.zoetrope.animatic.scene;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/// Seas, beaches, harbours, lakes and rivers.
final class Waters {
    private static final Color WATER = new Color(0x2f7397);
    private static final Color SAND = new Color(0xdcbf8d);
    private static final Color STONE = new Color(0x6f7885);

    private final Sheets sheets;
    private final Light light;
    private final Stage stage;
    private final long seed;

    Waters(Sheets sheets) {
        this.sheets = sheets;
        this.light = sheets.light();
        this.stage = sheets.stage();
        this.seed = sheets.seed();
    }

    void sea() {
        water(sheets.far(), stage.horizon(), stage.horizon() + 0.5);
        headland(0.07);
        swell(sheets.ground(), stage.horizon() + (stage.foot() - stage.horizon()) * 0.55, 0);
        if (isWalkedOn()) {
            shore(new Color(0x5b5f66), 0.06, 0.35);
        } else {
            swell(sheets.near(), 1.0, 0.5);
            sheets.near().blur(0.005);
        }
    }

    void beach() {
        water(sheets.far(), stage.horizon(), stage.horizon() + 0.4);
        headland(0.16);
        Cel cel = sheets.ground();
        double top = stage.horizon() + (stage.foot() - stage.horizon()) * 0.5;
        Shape sand = sheets.terrain(cel).hills(top, 0.05, 0.6, 0, seed + 40);
        cel.ink().translate(0, -0.012);
        cel.fill(sand, Tones.clear(Tones.mix(light.seen(Color.WHITE, 0.2), light.sun(), 0.3), 0.85));
        cel.ink().translate(0, 0.012);
        cel.fade(sand, top, light.seen(SAND, 0.15), cel.bottom(), Tones.mix(light.seen(SAND, 0), light.dark(), 0.5));
        Cel near = sheets.near();
        near.fill(
                sheets.terrain(near).grass(1.11, 0.14, seed + 50),
                Tones.mix(light.seen(new Color(0x8a8a58), 0), light.dark(), 0.7));
        near.blur(0.005);
    }

    void harbour() {
        water(sheets.far(), stage.horizon(), stage.horizon() + 0.4);
        headland(0.12);
        quay(sheets.middle());
        Cel cel = sheets.ground();
        swell(cel, stage.horizon() + (stage.foot() - stage.horizon()) * 0.62, 0);
        if (isWalkedOn()) {
            shore(new Color(0x77726c), 0.004, 0);
        }
        Cel near = sheets.near();
        // A pier's posts and rail before the lens.
        Color wood = Tones.mix(light.dark(), light.seen(new Color(0x5a4636), 0), 0.2);
        near.fill(new Rectangle2D.Double(near.left(), 1.0, near.right() - near.left(), 0.2), wood);
        for (int i = 0; i < 6; i++) {
            double x = near.left() + (i + 0.4) * (near.right() - near.left()) / 6;
            near.fill(new Rectangle2D.Double(x, 0.9, 0.03, 0.3), wood);
            near.fill(new Ellipse2D.Double(x - 0.006, 0.888, 0.042, 0.024), wood);
            Path2D rope = new Path2D.Double();
            rope.moveTo(x, 0.92);
            rope.quadTo(x + 0.19, 1.0, x + 0.38, 0.92);
            near.ink().setStroke(new java.awt.BasicStroke(0.006f));
            near.ink().draw(rope);
        }
        near.blur(0.003);
    }

    /// Houses, cranes and masts along the far shore.
    private void quay(Cel cel) {
        double foot = stage.horizon() + 0.03;
        Color wall = Tones.mix(light.seen(STONE, 0.4), light.dark(), 0.3);
        double x = cel.left();
        for (int i = 0; x < cel.right(); i++) {
            double wide = stage.zoom() * (0.05 + 0.07 * Noise.of(seed, i, 61));
            double tall = stage.zoom() * (0.03 + 0.06 * Noise.of(seed, i, 62));
            Color own = Tones.mix(wall, light.seen(new Color(0x9a5a48), 0.4), 0.6 * Noise.of(seed, i, 63));
            Path2D house = new Path2D.Double();
            house.moveTo(x, foot);
            house.lineTo(x, foot - tall);
            house.lineTo(x + wide / 2, foot - tall - wide * 0.3);
            house.lineTo(x + wide, foot - tall);
            house.lineTo(x + wide, foot);
            house.closePath();
            cel.fill(house, own);
            lamps(cel, x, foot, wide, tall, i);
            x += wide * (0.9 + 0.5 * Noise.of(seed, i, 64));
        }
        for (int i = 0; i < 14; i++) {
            double at = cel.left() + (i + Noise.of(seed, i, 65)) * (cel.right() - cel.left()) / 14;
            double tall = stage.zoom() * (0.08 + 0.09 * Noise.of(seed, i, 66));
            cel.fill(Terrain.line(0.0022, at, foot + 0.01, at, foot - tall), light.dark());
            cel.fill(Terrain.line(0.0012, at, foot - tall, at + tall * 0.3, foot), light.dark());
            cel.fill(new Ellipse2D.Double(at - tall * 0.28, foot, tall * 0.6, 0.016), light.dark());
        }
        Rectangle2D edge = new Rectangle2D.Double(cel.left(), foot, cel.right() - cel.left(), 0.012);
        cel.fill(edge, Tones.mix(wall, light.dark(), 0.5));
    }

    private void lamps(Cel cel, double x, double foot, double wide, double tall, int house) {
        if (!sheets.isLamplit()) {
            return;
        }
        for (int i = 0; i < 4; i++) {
            if (Noise.of(seed, house, 90 + i) < 0.55) {
                double at = x + wide * (0.14 + 0.22 * i);
                cel.fill(new Rectangle2D.Double(at, foot - tall * 0.6, wide * 0.1, tall * 0.3), light.lamp());
                cel.fill(
                        new Rectangle2D.Double(at, foot + 0.014, wide * 0.1, 0.03 + 0.03 * Noise.of(seed, house, 95)),
                        Tones.clear(light.lamp(), 0.28));
            }
        }
        cel.glow(x + wide / 2, foot - tall * 0.4, wide, light.lamp(), 0.16);
    }

    void lake() {
        Cel far = sheets.far();
        new OpenCountry(sheets).side();
        Terrain terrain = sheets.terrain(far);
        for (int i = 0; i < 2; i++) {
            double top = stage.horizon() - 0.1 + 0.06 * i;
            double haze = 0.7 - 0.2 * i;
            far.fade(
                    terrain.hills(top, 0.32 - 0.12 * i, 1.1 + 0.4 * i, 0.8, seed + 3L * i),
                    top - 0.2,
                    Tones.mix(light.seen(STONE, haze), light.sun(), 0.1),
                    stage.horizon(),
                    light.seen(STONE, haze + 0.2));
        }
        far.mist(stage.horizon() - 0.1, stage.horizon(), light.haze(), 0.6);
        water(far, stage.horizon(), stage.horizon() + 0.42);
        swell(sheets.ground(), stage.horizon() + (stage.foot() - stage.horizon()) * 0.7, 0.1);
        if (isWalkedOn()) {
            shore(OpenCountry.grass(sheets.season()), 0.03, 0.2);
        }
    }

    /// Whether anybody is there who cannot stand on water.
    private boolean isWalkedOn() {
        return sheets.scene().cast().stream()
                .anyMatch(actor -> actor.being().habit() == Being.Habit.GROUND && actor.being() != Being.LIGHTHOUSE);
    }

    /// Firm ground at the cast's feet.
    private void shore(Color surface, double height, double sharpness) {
        Cel cel = sheets.ground();
        double top = stage.horizon() + (stage.foot() - stage.horizon()) * 0.8;
        Shape land = sheets.terrain(cel).hills(top, height, 0.9, sharpness, seed + 45);
        cel.fade(
                land, top - height, Tones.mix(light.seen(surface, 0.12), light.sun(), 0.1), cel.bottom(), light.dark());
    }

    void river() {
        Cel far = sheets.far();
        OpenCountry country = new OpenCountry(sheets);
        Terrain terrain = sheets.terrain(far);
        far.fade(
                terrain.hills(stage.horizon() - 0.05, 0.16, 1.2, 0.3, seed),
                stage.horizon() - 0.2,
                light.seen(STONE, 0.6),
                stage.horizon(),
                light.seen(STONE, 0.8));
        water(far, stage.horizon(), stage.horizon() + 0.4);
        bridge(sheets.middle());
        country.ground(OpenCountry.grass(sheets.season()), 0.03);
        Cel near = sheets.near();
        Color reed = Tones.mix(light.seen(OpenCountry.grass(sheets.season()), 0), light.dark(), 0.75);
        near.fill(sheets.terrain(near).grass(1.1, 0.2, seed + 50), reed);
        near.blur(0.004);
    }

    /// Arches of stone from bank to bank.
    private void bridge(Cel cel) {
        double deck = stage.horizon() - 0.05 * stage.zoom();
        double foot = stage.horizon() + 0.05 * stage.zoom();
        var stone =
                new java.awt.geom.Area(new Rectangle2D.Double(cel.left(), deck, cel.right() - cel.left(), foot - deck));
        double span = 0.24 * stage.zoom();
        for (double x = cel.left() + 0.05; x < cel.right(); x += span * 1.16) {
            stone.subtract(
                    new java.awt.geom.Area(new Ellipse2D.Double(x, deck + 0.016, span, 2 * (foot - deck - 0.016))));
        }
        Color surface = Tones.mix(light.seen(STONE, 0.35), light.dark(), 0.25);
        cel.fade(stone, deck, Tones.mix(surface, light.sun(), 0.2), foot, surface);
        cel.fill(new Rectangle2D.Double(cel.left(), deck - 0.012, cel.right() - cel.left(), 0.006), surface);
        for (double x = cel.left(); x < cel.right(); x += 0.03 * stage.zoom()) {
            cel.fill(new Rectangle2D.Double(x, deck - 0.012, 0.004, 0.014), surface);
        }
    }

    /// A surface that takes the colours of the sky and glitters below the light.
    private void water(Cel cel, double top, double end) {
        Rectangle2D all = new Rectangle2D.Double(cel.left(), top, cel.right() - cel.left(), cel.bottom() - top);
        cel.fade(
                all,
                top,
                Tones.mix(light.low(), light.seen(WATER, 0.4), 0.45),
                end,
                Tones.mix(light.seen(WATER, 0), light.top(), 0.25));
        for (int i = 0; i < 900; i++) {
            double deep = Noise.of(seed, i, 101);
            deep *= deep;
            double y = top + 0.002 + deep * (cel.bottom() - top);
            double x = cel.left() + Noise.of(seed, i, 102) * (cel.right() - cel.left());
            double wide = (0.012 + 0.1 * deep) * (0.5 + Noise.of(seed, i, 103)) * stage.zoom();
            double high = 0.0009 + 0.006 * deep;
            boolean isBright = i % 2 == 0;
            Color glint = isBright ? light.middle() : Tones.mix(light.seen(WATER, 0), light.dark(), 0.5);
            cel.fill(new Ellipse2D.Double(x - wide / 2, y, wide, high), Tones.clear(glint, isBright ? 0.22 : 0.2));
        }
        glitter(cel, top, 0.6);
        cel.mist(top - 0.012, top, light.haze(), 0.35);
    }

    private void glitter(Cel cel, double top, double strength) {
        boolean isHidden = sheets.scene().weather().filter(Weather::isGrey).isPresent();
        for (int i = 0; i < (isHidden ? 60 : 420); i++) {
            double deep = Noise.of(seed, i, 111);
            double y = top + deep * deep * (cel.bottom() - top);
            double spread = 0.03 + 0.28 * deep;
            double off = Noise.of(seed, i, 112) + Noise.of(seed, i, 113) + Noise.of(seed, i, 114) - 1.5;
            double wide = (0.01 + 0.05 * deep) * (0.4 + Noise.of(seed, i, 115));
            double high = 0.001 + 0.005 * deep;
            cel.fill(
                    new Ellipse2D.Double(stage.sunX() + off * spread - wide / 2, y, wide, high),
                    Tones.clear(light.sun(), strength * (0.35 + 0.65 * Noise.of(seed, i, 116))));
        }
    }

    private void headland(double height) {
        Cel cel = sheets.middle();
        boolean isRight = stage.sunX() < stage.ratio() / 2;
        Path2D land = new Path2D.Double();
        double foot = stage.horizon() + 0.004;
        double edge = isRight ? cel.right() : cel.left();
        double reach = 0.62 * stage.zoom();
        land.moveTo(edge, foot);
        for (int i = 0; i <= 120; i++) {
            double along = i / 120.0;
            double x = isRight ? edge - reach * along : edge + reach * along;
            double fall = 1 - Noise.smooth(along);
            double rough = 0.6 + 0.8 * Noise.cloud(seed + 7, along * 5, 2.5);
            land.lineTo(x, foot - height * stage.zoom() * fall * rough);
        }
        land.closePath();
        cel.fade(
                land,
                foot - height,
                light.seen(STONE, 0.42),
                foot,
                Tones.mix(light.seen(STONE, 0.6), light.haze(), 0.2));
    }

    /// A wave from edge to edge.
    private void swell(Cel cel, double top, double darkness) {
        Path2D wave = new Path2D.Double();
        wave.moveTo(cel.left(), cel.bottom());
        for (double x = cel.left(); x <= cel.right() + 0.01; x += 0.006) {
            double rise = Noise.cloud(seed + 60, x * 2.2 / stage.zoom(), top) - 0.5;
            wave.lineTo(x, top - 0.05 * stage.zoom() * rise);
        }
        wave.lineTo(cel.right() + 0.01, cel.bottom());
        wave.closePath();
        Color upper = Tones.mix(light.seen(WATER, 0.1), light.dark(), darkness);
        cel.ink().translate(0, -0.004);
        cel.fill(wave, Tones.clear(Tones.mix(light.low(), upper, darkness), 0.5));
        cel.ink().translate(0, 0.004);
        cel.fade(wave, top, upper, cel.bottom(), Tones.mix(upper, light.dark(), 0.65));
        if (darkness < 0.3) {
            glitter(cel, top + 0.02, 0.4);
        }
    }
}
