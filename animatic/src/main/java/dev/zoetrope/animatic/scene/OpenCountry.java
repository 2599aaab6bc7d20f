package dev.zoetrope.animatic.scene;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/// Meadows, mountains, deserts, snow fields, villages and roads.
final class OpenCountry {
    private static final Color SAND = new Color(0xe2b06a);
    private static final Color SNOW = new Color(0xf2f5fa);
    private static final Color STONE = new Color(0x7f8897);

    private final Sheets sheets;
    private final Light light;
    private final Stage stage;
    private final long seed;

    OpenCountry(Sheets sheets) {
        this.sheets = sheets;
        this.light = sheets.light();
        this.stage = sheets.stage();
        this.seed = sheets.seed();
    }

    /// What grows, by season.
    static Color grass(Season season) {
        return switch (season) {
            case SPRING -> new Color(0x86b25c);
            case SUMMER -> new Color(0x5f9a4e);
            case AUTUMN -> new Color(0xc19a4c);
            case WINTER -> new Color(0xe6edf5);
        };
    }

    static Color leaves(Season season) {
        return switch (season) {
            case SPRING -> new Color(0xdfa0b4);
            case SUMMER -> new Color(0x3d7549);
            case AUTUMN -> new Color(0xbf6631);
            case WINTER -> new Color(0x8fa3b5);
        };
    }

    void meadow() {
        Color grass = grass(sheets.season());
        ridges(0.05, 0.2, STONE);
        hill(sheets.middle(), stage.horizon() + 0.015, 0.05, 1.3, grass, 0.45, seed + 20);
        trees(sheets.middle(), stage.horizon() + 0.015, 0.05, 1.3, 0.42, seed + 20);
        ground(grass, 0.03);
        tufts(grass);
    }

    void mountains() {
        Cel far = sheets.far();
        Terrain terrain = sheets.terrain(far);
        for (int i = 0; i < 3; i++) {
            double top = stage.horizon() - 0.16 + 0.07 * i;
            Shape ridge = terrain.hills(top, 0.5 - 0.1 * i, 1.1 + 0.35 * i, 0.85, seed + 3L * i);
            double haze = 0.72 - 0.2 * i;
            Color rock = light.seen(STONE, haze);
            far.fade(
                    ridge,
                    top - 0.3,
                    Tones.mix(rock, light.sun(), 0.16),
                    stage.horizon(),
                    light.seen(STONE, haze + 0.22));
            far.mist(stage.horizon() - 0.16 + 0.04 * i, stage.horizon() + 0.05, light.haze(), 0.55);
            far.fill(
                    new Rectangle2D.Double(far.left(), stage.horizon() + 0.05, far.right() - far.left(), 1),
                    light.haze());
        }
        Color grass = Tones.mix(grass(sheets.season()), STONE, 0.35);
        hill(sheets.middle(), stage.horizon() + 0.04, 0.1, 1.1, grass, 0.5, seed + 20);
        firs(sheets.middle(), stage.horizon() + 0.04, 0.1, 1.1, 0.1, 0.5, seed + 20);
        sheets.middle().mist(stage.horizon(), stage.horizon() + 0.2, light.haze(), 0.5);
        ground(grass, 0.05);
        side();
    }

    void desert() {
        Cel far = sheets.far();
        for (int i = 0; i < 3; i++) {
            dune(far, stage.horizon() - 0.02 + 0.03 * i, 0.07 + 0.02 * i, 0.9 + 0.2 * i, 0.66 - 0.16 * i, seed + i);
        }
        dune(sheets.middle(), stage.horizon() + 0.07, 0.12, 0.8, 0.25, seed + 20);
        ground(SAND, 0.06);
    }

    private void dune(Cel cel, double top, double height, double frequency, double haze, long own) {
        Shape hills = sheets.terrain(cel).hills(top, height, frequency, 0.25, own);
        cel.fade(
                hills,
                top - height,
                Tones.mix(light.seen(SAND, haze), light.sun(), 0.25),
                top + 0.2,
                Tones.mix(light.seen(SAND, haze), light.dark(), 0.25));
    }

    void snowfield() {
        ridges(0.24, 0.8, Tones.mix(STONE, SNOW, 0.6));
        hill(sheets.middle(), stage.horizon() + 0.02, 0.04, 1, SNOW, 0.4, seed + 20);
        firs(sheets.middle(), stage.horizon() + 0.02, 0.04, 1, 0.14, 0.4, seed + 20);
        sheets.middle().mist(stage.horizon() - 0.02, stage.horizon() + 0.14, light.haze(), 0.35);
        ground(SNOW, 0.03);
        side();
    }

    void village() {
        Color grass = grass(sheets.season());
        ridges(0.14, 0.3, STONE);
        hill(sheets.middle(), stage.horizon() + 0.02, 0.04, 1.2, grass, 0.42, seed + 20);
        trees(sheets.middle(), stage.horizon() + 0.02, 0.04, 1.2, 0.4, seed + 20);
        houses(sheets.middle());
        ground(grass, 0.03);
        tufts(grass);
    }

    /// A row of houses, smaller than those that are the subject.
    private void houses(Cel cel) {
        Cutout house = Cutout.named("house");
        Terrain terrain = sheets.terrain(cel);
        for (int i = 0; i < 7; i++) {
            double x = cel.left() + (i + 0.3 + 0.5 * Noise.of(seed, i, 61)) * (cel.right() - cel.left()) / 7;
            double tall = stage.zoom() * (0.075 + 0.045 * Noise.of(seed, i, 62));
            double foot = stage.horizon() + 0.035 - terrain.crest(x, 0.04, 1.2, 0, seed + 20) + 0.02;
            double scale = tall / Cutout.HEIGHT;
            int side = Noise.of(seed, i, 63) < 0.5 ? 1 : -1;
            Color wall = Tones.mix(light.seen(new Color(0x6a5547), 0.3), light.dark(), 0.25);
            cel.fill(ShapeText.placed(house.body(), x, foot, side * scale, -scale), wall);
            Color pane = sheets.isLamplit() ? light.lamp() : Tones.mix(wall, light.haze(), 0.4);
            for (Shape window : house.lit()) {
                cel.fill(ShapeText.placed(window, x, foot, side * scale, -scale), pane);
            }
            if (sheets.isLamplit()) {
                cel.glow(x, foot - tall * 0.3, tall * 1.3, light.lamp(), 0.22);
            }
        }
    }

    void road() {
        Color grass = grass(sheets.season());
        ridges(0.16, 0.4, STONE);
        hill(sheets.middle(), stage.horizon() + 0.012, 0.02, 1.3, grass, 0.5, seed + 20);
        trees(sheets.middle(), stage.horizon() + 0.012, 0.02, 1.3, 0.3, seed + 20);
        Cel cel = sheets.ground();
        ground(grass, 0.004);
        double vanish = stage.ratio() * 0.5;
        double top = stage.horizon() + 0.035;
        Path2D road = new Path2D.Double();
        road.moveTo(vanish - 0.012, top);
        road.lineTo(vanish + 0.012, top);
        road.lineTo(vanish + 1.05, cel.bottom());
        road.lineTo(vanish - 1.05, cel.bottom());
        road.closePath();
        Color asphalt = new Color(0x55585f);
        cel.fade(road, top, light.seen(asphalt, 0.6), 1, light.seen(asphalt, 0));
        for (int i = 0; i < 9; i++) {
            double near = StrictMath.pow(0.62, i);
            double far = near * 0.8;
            double from = top + (cel.bottom() - top) * far;
            double to = top + (cel.bottom() - top) * near;
            Path2D dash = new Path2D.Double();
            dash.moveTo(vanish - 0.014 * far, from);
            dash.lineTo(vanish + 0.014 * far, from);
            dash.lineTo(vanish + 0.014 * near, to);
            dash.lineTo(vanish - 0.014 * near, to);
            dash.closePath();
            cel.fill(dash, Tones.clear(light.seen(Color.WHITE, 0.2), 0.75));
        }
    }

    /// Far hills that fade into the sky.
    private void ridges(double height, double sharpness, Color surface) {
        Cel far = sheets.far();
        Terrain terrain = sheets.terrain(far);
        for (int i = 0; i < 2; i++) {
            double top = stage.horizon() - 0.02 - 0.3 * height + 0.025 * i;
            double haze = 0.74 - 0.16 * i;
            far.fade(
                    terrain.hills(top, height + 0.03, 1.0 + 0.5 * i, sharpness, seed + 5L * i),
                    top - height,
                    light.seen(surface, haze),
                    stage.horizon() + 0.02,
                    light.seen(surface, haze + 0.16));
        }
        far.mist(stage.horizon() - 0.08, stage.horizon() + 0.03, light.haze(), 0.6);
        far.fill(new Rectangle2D.Double(far.left(), stage.horizon() + 0.03, far.right() - far.left(), 1), light.haze());
    }

    /// Snow is seen even by night.
    private Color seen(Color surface, double haze) {
        boolean isSnow = sheets.season() == Season.WINTER && sheets.hour() == Hour.NIGHT;
        return isSnow ? Tones.mix(light.seen(surface, haze), light.rim(), 0.2) : light.seen(surface, haze);
    }

    private void hill(Cel cel, double top, double height, double frequency, Color surface, double haze, long own) {
        cel.fade(
                sheets.terrain(cel).hills(top, height, frequency, 0, own),
                top - height,
                Tones.mix(seen(surface, haze), light.sun(), 0.1),
                top + 0.22,
                seen(surface, haze * 0.5));
    }

    private void trees(Cel cel, double top, double height, double frequency, double density, long own) {
        Terrain terrain = sheets.terrain(cel);
        Terrain.Crest line = x -> top - terrain.crest(x, height, frequency, 0, own);
        Color leaf = Tones.mix(light.seen(leaves(sheets.season()), 0.32), light.dark(), 0.2);
        cel.fade(
                terrain.crowns(line, 0.065 * stage.zoom(), density, seed + 31),
                top - 0.1,
                Tones.mix(leaf, light.sun(), 0.14),
                top + 0.02,
                leaf);
    }

    private void firs(Cel cel, double top, double height, double frequency, double tall, double density, long own) {
        Terrain terrain = sheets.terrain(cel);
        Terrain.Crest line = x -> top - terrain.crest(x, height, frequency, 0, own);
        Color needle = light.seen(sheets.season() == Season.WINTER ? new Color(0x7f97a8) : new Color(0x35553f), 0.35);
        cel.fade(
                terrain.firs(line, tall * stage.zoom(), density, seed + 32),
                top - tall,
                Tones.mix(needle, light.haze(), 0.25),
                top + 0.02,
                needle);
    }

    /// What the cast stands on.
    void ground(Color surface, double height) {
        Cel cel = sheets.ground();
        double top = stage.horizon() + (stage.foot() - stage.horizon()) * 0.42;
        cel.fade(
                sheets.terrain(cel).hills(top, height, 0.8, 0, seed + 40),
                top - height,
                Tones.mix(seen(surface, 0.22), light.sun(), 0.08),
                cel.bottom(),
                Tones.mix(seen(surface, 0), light.dark(), 0.6));
    }

    /// Grass at the cast's feet and before the lens.
    private void tufts(Color grass) {
        Color blade = Tones.mix(light.seen(grass, 0), light.dark(), 0.55);
        Cel near = sheets.near();
        near.fill(
                sheets.terrain(near).grass(1.1, 0.17 * Math.min(1.4, stage.zoom()), seed + 50),
                Tones.mix(blade, light.dark(), 0.5));
        if (sheets.season() == Season.SPRING || sheets.season() == Season.SUMMER) {
            for (int i = 0; i < 46; i++) {
                double x = near.left() + Noise.of(seed, i, 71) * (near.right() - near.left());
                double y = 0.965 + 0.1 * Noise.of(seed, i, 72);
                Color petal = i % 3 == 0 ? new Color(0xf7e7b0) : i % 3 == 1 ? new Color(0xe8788a) : new Color(0xf4f0f6);
                near.disc(x, y, 0.0045 + 0.005 * Noise.of(seed, i, 73), Tones.lit(petal, light.fall()));
            }
        }
        near.blur(0.004);
    }

    /// Firs at the edge of the frame, before the lens.
    void side() {
        Cel near = sheets.near();
        var path = new Path2D.Double(Path2D.WIND_NON_ZERO);
        boolean isRight = stage.castX() < stage.ratio() / 2;
        for (int i = 0; i < 3; i++) {
            double away = -0.1 + 0.13 * i + 0.05 * Noise.of(seed, i, 81);
            double x = isRight ? stage.ratio() - away : away;
            Terrain.fir(path, x, 1.2, 0.95 - 0.2 * i + 0.15 * Noise.of(seed, i, 82), seed + i);
        }
        near.fill(path, Tones.mix(light.dark(), light.seen(new Color(0x35553f), 0), 0.25));
        near.blur(0.006);
    }
}
