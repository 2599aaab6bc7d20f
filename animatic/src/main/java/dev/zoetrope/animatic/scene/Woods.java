package dev.zoetrope.animatic.scene;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/// A forest from within: trunks behind trunks, light between them, leaves above.
final class Woods {
    private static final Color BARK = new Color(0x5d5046);

    private final Sheets sheets;
    private final Light light;
    private final Stage stage;
    private final long seed;

    Woods(Sheets sheets) {
        this.sheets = sheets;
        this.light = sheets.light();
        this.stage = sheets.stage();
        this.seed = sheets.seed();
    }

    void paint() {
        Cel far = sheets.far();
        Color leaf = OpenCountry.leaves(sheets.season());
        Rectangle2D all = new Rectangle2D.Double(far.left(), -Cel.ABOVE, far.right() - far.left(), 1 + 2 * Cel.ABOVE);
        Color air = Tones.mix(light.haze(), light.sun(), 0.25);
        far.fade(all, -0.1, Tones.mix(light.seen(leaf, 0.55), light.top(), 0.2), stage.horizon(), air);
        far.glow(stage.sunX(), stage.horizon() - 0.22, 0.75, light.sun(), 0.65);
        trunks(far, 26, 0.02, 0.74, stage.horizon() + 0.02, 1);
        trunks(far, 17, 0.03, 0.56, stage.horizon() + 0.05, 2);
        floor(far, stage.horizon() + 0.03, 0.6);
        shafts(far);
        trunks(sheets.middle(), 9, 0.05, 0.32, stage.horizon() + 0.13, 3);
        floor(sheets.middle(), stage.horizon() + 0.11, 0.3);
        canopy(sheets.middle(), 0.1, 0.35, 4);
        floor(sheets.ground(), stage.horizon() + (stage.foot() - stage.horizon()) * 0.55, 0.04);
        near(leaf);
    }

    private void trunks(Cel cel, int count, double wide, double haze, double foot, int row) {
        Color bark = Tones.mix(light.seen(BARK, haze), light.dark(), 0.5 * (1 - haze));
        for (int i = 0; i < count; i++) {
            double x = cel.left() + (i + 0.8 * Noise.of(seed, i, 160 + row)) * (cel.right() - cel.left()) / count;
            double half = wide * (0.35 + 0.5 * Noise.of(seed, i, 170 + row)) * StrictMath.sqrt(stage.zoom()) * 0.7;
            double lean = 0.08 * (Noise.of(seed, i, 180 + row) - 0.5);
            Shape trunk = trunk(x, foot, half, lean);
            cel.fade(trunk, 0, Tones.mix(bark, light.haze(), 0.1), foot, Tones.mix(bark, light.haze(), haze * 0.4));
            double edge = stage.sunX() > x ? half * 0.55 : -half * 0.75;
            cel.fill(
                    Terrain.line(half * 0.22, x + edge, foot - 0.01, x + lean + edge * 0.8, -0.2),
                    Tones.clear(light.rim(), 0.3 * (1 - haze * 0.6)));
        }
    }

    private static Shape trunk(double x, double foot, double half, double lean) {
        Path2D trunk = new Path2D.Double();
        trunk.moveTo(x - half * 1.9, foot + 0.01);
        trunk.quadTo(x - half * 0.9, foot - 0.02, x - half * 0.85, foot - 0.14);
        trunk.lineTo(x + lean - half * 0.62, -0.2);
        trunk.lineTo(x + lean + half * 0.62, -0.2);
        trunk.lineTo(x + half * 0.85, foot - 0.14);
        trunk.quadTo(x + half * 0.9, foot - 0.02, x + half * 1.9, foot + 0.01);
        trunk.closePath();
        return trunk;
    }

    private void floor(Cel cel, double top, double haze) {
        Color moss = Tones.mix(OpenCountry.grass(sheets.season()), BARK, 0.45);
        Shape ground = sheets.terrain(cel).hills(top, 0.035, 1.7, 0, seed + (long) (100 * top));
        cel.fade(
                ground,
                top,
                light.seen(moss, haze),
                cel.bottom(),
                Tones.mix(light.seen(moss, haze / 2), light.dark(), 0.55 * (1 - haze)));
    }

    /// Light that falls between the trunks.
    private void shafts(Cel cel) {
        boolean isGrey = sheets.scene().weather().filter(Weather::isGrey).isPresent();
        for (int i = 0; i < (isGrey ? 0 : 7); i++) {
            double x = stage.sunX() + (Noise.of(seed, i, 191) - 0.5) * 1.2;
            double wide = 0.02 + 0.06 * Noise.of(seed, i, 192);
            double lean = (x - stage.sunX()) * 0.7 + 0.12;
            Path2D shaft = new Path2D.Double();
            shaft.moveTo(x, -0.2);
            shaft.lineTo(x + wide, -0.2);
            shaft.lineTo(x + lean + wide * 3.2, stage.horizon() + 0.12);
            shaft.lineTo(x + lean, stage.horizon() + 0.12);
            shaft.closePath();
            cel.fade(shaft, -0.1, Tones.clear(light.sun(), 0.26), stage.horizon() + 0.1, Tones.clear(light.sun(), 0));
        }
    }

    private void canopy(Cel cel, double reach, double haze, int row) {
        Color leaf = Tones.mix(light.seen(OpenCountry.leaves(sheets.season()), haze), light.dark(), 0.35);
        for (int i = 0; i < 150; i++) {
            double x = cel.left() + Noise.of(seed, i, 200 + row) * (cel.right() - cel.left());
            double y = -Cel.ABOVE
                    + (Cel.ABOVE + reach * (0.4 + 1.4 * Noise.cloud(seed + row, x * 2.2, 1)))
                            * Noise.of(seed, i, 210 + row);
            double radius = 0.018 + 0.035 * Noise.of(seed, i, 220 + row);
            Color own = Tones.mix(leaf, light.sun(), 0.22 * Noise.of(seed, i, 230 + row));
            cel.fill(new Ellipse2D.Double(x - radius, y - radius * 0.7, 2 * radius, 1.4 * radius), own);
        }
    }

    private void near(Color leaf) {
        Cel near = sheets.near();
        boolean isRight = stage.castX() < stage.ratio() / 2;
        double x = isRight ? stage.ratio() - 0.03 : 0.03;
        near.fill(trunk(x, 1.2, 0.12, isRight ? -0.05 : 0.05), Tones.mix(light.dark(), light.seen(BARK, 0), 0.2));
        Color fern = Tones.mix(light.seen(leaf, 0), light.dark(), 0.72);
        near.fill(sheets.terrain(near).grass(1.1, 0.14, seed + 50), fern);
        canopy(near, 0.02, 0, 5);
        near.blur(0.008);
    }
}
