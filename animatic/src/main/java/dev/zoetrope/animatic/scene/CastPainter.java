package dev.zoetrope.animatic.scene;

import dev.zoetrope.animatic.scene.Being.Habit;
import dev.zoetrope.animatic.scene.Layer.Drift;
import dev.zoetrope.animatic.scene.Scene.Actor;
import java.awt.Color;
import java.awt.LinearGradientPaint;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/// Cuts the cast out of dark paper and stands it in the scene: in right proportion to each other, with a rim of light,
/// and with lamps lit. Who moves has a sheet of its own.
final class CastPainter {
    /// How tall the first of the cast is in a wide, a medium and a near shot, in frame heights.
    private static final double WIDE = 0.24;

    private static final double MEDIUM = 0.56;
    private static final double NEAR = 0.8;

    /// A face fills the frame.
    private static final double NEAR_PERSON = 1.5;

    /// What is not the first is never taller than this, as if it stood further away.
    private static final double MOST_BEHIND = 0.62;

    /// Nothing is wider than this share of the frame,
    private static final double WIDEST = 0.66;

    /// a car looks large enough in less,
    private static final double WIDEST_CAR = 0.42;

    /// and a train has to pass.
    private static final double LONGEST_TRAIN = 3;

    /// Who is beside the first stands a little behind.
    private static final double BESIDE = 0.93;

    /// Nobody stands nearer to the horizon than this share of the way.
    private static final double FURTHEST = 0.3;

    /// The height of a lighthouse's lamp, as a share of its own.
    private static final double LANTERN = 0.84;

    /// How much further the cast moves than the sky, as the camera goes.
    private static final double DEPTH = 1.4;

    private final Sheets sheets;
    private final Light light;
    private final Stage stage;
    private final long seed;

    CastPainter(Sheets sheets) {
        this.sheets = sheets;
        this.light = sheets.light();
        this.stage = sheets.stage();
        this.seed = sheets.seed();
    }

    /// The cast on sheets, from far to near. What stands still is drawn on one sheet with the others that do.
    ///
    /// @param ratio of the frame
    /// @param rows of pixels in a frame's height
    List<Layer> layers(double ratio, int rows) {
        List<Layer> layers = new ArrayList<>();
        Cel still = new Cel(ratio, rows);
        List<Actor> cast = sheets.scene().cast();
        double unit = cast.isEmpty()
                ? 0
                : tall(cast.getFirst()) / cast.getFirst().being().metres();
        for (int i = cast.size() - 1; i >= 0; i--) {
            Actor actor = cast.get(i);
            double tall = i == 0 ? tall(actor) : behind(actor, unit);
            // What is smaller than its true size beside the first stands further back.
            double share = i == 0 ? 1 : Math.clamp(tall / (actor.being().metres() * unit), FURTHEST, BESIDE);
            if (actor.isMoving()) {
                // Who stands behind stays behind.
                layers.add(still.layer(DEPTH, Drift.NONE, seed + 410 + i));
                still = new Cel(ratio, rows);
                Cel own = new Cel(ratio, rows);
                stand(own, actor, i, tall, share);
                layers.add(own.layer(DEPTH, drift(actor, tall), seed + 400 + i));
            } else {
                stand(still, actor, i, tall, share);
            }
        }
        layers.add(still.layer(DEPTH, Drift.NONE, seed + 410));
        return layers;
    }

    private double tall(Actor actor) {
        Being being = actor.being();
        Nearness nearness = sheets.scene().nearness().orElse(Nearness.WIDE);
        double wanted = switch (being) {
            case BIRD -> pick(nearness, 0.05, 0.11, 0.24);
            case TRAIN -> pick(nearness, 0.12, 0.24, 0.42);
            case DRAGON -> pick(nearness, 0.34, 0.42, NEAR);
            case PLANE, BALLOON, ROCKET -> pick(nearness, WIDE, 0.4, NEAR);
            case LIGHTHOUSE, CASTLE, PAGODA, HOUSE, TREE -> pick(nearness, 1.9 * WIDE, MEDIUM, NEAR);
            case COUPLE, CHILD, WOMAN, PERSON, ASTRONAUT, ROBOT -> pick(nearness, WIDE, MEDIUM, NEAR_PERSON);
            case CYCLIST, RIDER, CAT, DOG, HORSE, DEER, WHALE, FISH, CAR, SAILBOAT, SHIP ->
                pick(nearness, WIDE, MEDIUM, NEAR);
        };
        double wide = cutout(actor).width() / Cutout.HEIGHT * wanted * Math.min(2, actor.count());
        double most = stage.ratio() * (being == Being.TRAIN ? LONGEST_TRAIN : being == Being.CAR ? WIDEST_CAR : WIDEST);
        return wide > most ? wanted * most / wide : wanted;
    }

    private static double pick(Nearness nearness, double wide, double medium, double near) {
        return switch (nearness) {
            case WIDE -> wide;
            case MEDIUM -> medium;
            case NEAR -> near;
        };
    }

    /// In proportion to the first, but not out of the frame nor out of sight.
    private double behind(Actor actor, double unit) {
        double most = actor.being().habit() == Habit.AIR && actor.being() != Being.BIRD ? 0.3 : MOST_BEHIND;
        return Math.clamp(BESIDE * actor.being().metres() * unit, actor.being() == Being.BIRD ? 0.028 : 0.075, most);
    }

    private static Cutout cutout(Actor actor) {
        return Cutout.named(name(actor, 0));
    }

    private static String name(Actor actor, int number) {
        String pose = actor.isMoving() ? " walking" : "";
        return switch (actor.being()) {
            case COUPLE -> number % 2 == 0 ? "person" + pose : "woman" + pose;
            case WOMAN -> "woman" + pose;
            case CHILD -> "child" + pose;
            case PERSON -> "person" + pose;
            case CAT -> "cat" + pose;
            case DOG -> "dog" + pose;
            case HORSE -> "horse" + pose;
            case BIRD -> number % 2 == 0 ? "bird" : "bird gliding";
            case CYCLIST, RIDER, ASTRONAUT, ROBOT, DEER, WHALE, FISH, CAR, TRAIN, SAILBOAT, SHIP, LIGHTHOUSE ->
                actor.being().word();
            case CASTLE, PAGODA, HOUSE, TREE, DRAGON, ROCKET, PLANE, BALLOON ->
                actor.being().word();
        };
    }

    private void stand(Cel cel, Actor actor, int place, double tall, double share) {
        int count = actor.being() == Being.COUPLE ? 2 : actor.count();
        for (int i = 0; i < count; i++) {
            double own = tall * (count > 1 ? 0.86 + 0.2 * Noise.of(seed + place, i, 321) : 1);
            double half = cutout(actor).width() / Cutout.HEIGHT * tall / 2;
            double wanted = x(actor, place, tall, i, count);
            boolean hasRoom = half < 0.45 * stage.ratio() && count == 1;
            double x = hasRoom ? Math.clamp(wanted, half * 1.04, stage.ratio() - half * 1.04) : wanted;
            double foot = foot(actor, place, own, i, share);
            if (actor.being() == Being.LIGHTHOUSE && sheets.isLamplit()) {
                beam(cel, x, foot - LANTERN * own);
            }
            cutOut(cel, Cutout.named(name(actor, i)), x, foot, own, flip(actor));
        }
    }

    /// The light that a lighthouse throws to both sides.
    private void beam(Cel cel, double x, double y) {
        for (int side = -1; side <= 1; side += 2) {
            Path2D wedge = new Path2D.Double();
            wedge.moveTo(x, y);
            wedge.lineTo(x + side * 1.5, y - 0.2);
            wedge.lineTo(x + side * 1.5, y + 0.02);
            wedge.closePath();
            cel.ink()
                    .setPaint(new LinearGradientPaint(
                            (float) x, 0, (float) (x + side * 1.5), 0, new float[] {0, 0.5f, 1}, new Color[] {
                                Tones.clear(light.lamp(), 0.55),
                                Tones.clear(light.lamp(), 0.15),
                                Tones.clear(light.lamp(), 0)
                            }));
            cel.ink().fill(wedge);
        }
        cel.glow(x, y, 0.16, light.lamp(), 0.8);
    }

    /// The first stands on a third, the next on the other, the last between.
    private double x(Actor actor, int place, double tall, int number, int count) {
        double base = switch (place) {
            case 0 -> stage.castX();
            case 1 -> stage.ratio() - stage.castX() * 0.94;
            default -> stage.ratio() * 0.52;
        };
        if (actor.being() == Being.TRAIN
                || (place == 0
                        && actor.being().isRooted()
                        && sheets.scene().cast().size() == 1)) {
            base = stage.ratio() * 0.5 + (stage.castX() - stage.ratio() * 0.5) * 0.5;
        }
        if (count == 1) {
            return base;
        }
        if (actor.being().habit() == Habit.AIR || actor.being() == Being.FISH) {
            return base + tall * 2.4 * (number - (count - 1) / 2.0) * (0.8 + 0.4 * Noise.of(seed, number, 331));
        }
        double apart = Math.max(0.36, cutout(actor).width() / Cutout.HEIGHT * 0.9);
        return base + tall * apart * (number - (count - 1) / 2.0);
    }

    private double foot(Actor actor, int place, double tall, int number, double share) {
        Being being = actor.being();
        if (being.habit() == Habit.AIR || being == Being.FISH) {
            double high = 0.3 + 0.05 * place + 0.13 * (Noise.of(seed, number, 341) - 0.5);
            return high + tall * 0.5;
        }
        boolean isUnder =
                sheets.scene().place().filter(Place.UNDERWATER::equals).isPresent();
        if (being == Being.WHALE && isUnder) {
            return 0.5 + tall * 0.5;
        }
        if (being.habit() == Habit.WATER) {
            double water = stage.horizon() + (stage.foot() - stage.horizon()) * (place == 0 ? 0.56 : 0.3);
            return water + tall * 0.03;
        }
        Nearness nearness = sheets.scene().nearness().orElse(Nearness.WIDE);
        if (nearness == Nearness.NEAR && place == 0) {
            return being.isPerson() ? 0.14 + tall : Math.max(stage.foot(), 0.16 + tall);
        }
        return stage.horizon() + (stage.foot() - stage.horizon()) * share;
    }

    /// Who walks looks where he goes; who stands looks to the light.
    private int flip(Actor actor) {
        return actor.isMoving() ? direction() : stage.towardsLight();
    }

    private int direction() {
        return stage.castX() < stage.ratio() / 2 ? 1 : -1;
    }

    private void cutOut(Cel cel, Cutout cutout, double x, double foot, double tall, int side) {
        double scale = tall / Cutout.HEIGHT;
        Shape body = ShapeText.placed(cutout.body(), x, foot, side * scale, -scale);
        Cel own = cel.alike();
        own.fill(body, rim());
        // The same shape a little away from the light leaves its edge free.
        double away = Math.clamp(0.012 * StrictMath.sqrt(tall), 0.0018, 0.012);
        double toLight = stage.towardsLight();
        Color paper = Tones.mix(light.dark(), light.haze(), far(tall));
        own.onlyWithin(
                ShapeText.placed(cutout.body(), x - toLight * away, foot + away * 0.55, side * scale, -scale), paper);
        Rectangle2D bounds = body.getBounds2D();
        own.shade(bounds, Tones.mix(paper, light.seen(new Color(0x777777), 0), 0.22));
        boolean isLamplit = sheets.isLamplit();
        for (Shape window : cutout.lit()) {
            Shape pane = ShapeText.placed(window, x, foot, side * scale, -scale);
            own.fill(pane, isLamplit ? light.lamp() : Tones.mix(paper, light.haze(), 0.55));
            if (isLamplit) {
                Rectangle2D at = pane.getBounds2D();
                own.glow(
                        at.getCenterX(),
                        at.getCenterY(),
                        Math.max(at.getWidth(), at.getHeight()) * 2.2,
                        light.lamp(),
                        0.3);
            }
        }
        cel.lay(own);
    }

    private Color rim() {
        return Tones.mix(light.rim(), light.sun(), 0.35);
    }

    /// How much haze lies before it: small ones are far away.
    private static double far(double tall) {
        return Math.clamp(0.3 - tall * 0.5, 0.02, 0.22);
    }

    private Drift drift(Actor actor, double tall) {
        double pace = switch (actor.being()) {
            case PERSON, WOMAN, COUPLE, CHILD, ASTRONAUT, ROBOT -> 0.3;
            case CAT, DOG, DEER -> 0.55;
            case HORSE, RIDER, CYCLIST -> 0.5;
            case CAR -> 0.75;
            case TRAIN -> 0.9;
            case BIRD -> 0.8;
            case PLANE, DRAGON -> 0.22;
            case WHALE, FISH -> 0.2;
            case SAILBOAT, SHIP, BALLOON -> 0.07;
            case ROCKET, LIGHTHOUSE, CASTLE, PAGODA, HOUSE, TREE -> 0;
        };
        double right = direction() * pace * Math.min(tall, 0.3);
        double up = actor.being() == Being.ROCKET ? 0.14 : actor.being() == Being.BALLOON ? 0.008 : 0;
        return switch (actor.being()) {
            case PERSON, WOMAN, COUPLE, CHILD, ASTRONAUT, ROBOT, CAT, DOG, DEER ->
                new Drift(right, 0, tall * 0.012, 1.9);
            case HORSE, RIDER -> new Drift(right, 0, tall * 0.03, 1.6);
            case SAILBOAT, SHIP, BALLOON, WHALE, FISH, DRAGON, BIRD -> new Drift(right, up, tall * 0.02, 0.3);
            case CAR, TRAIN, CYCLIST, PLANE, ROCKET, LIGHTHOUSE, CASTLE, PAGODA, HOUSE, TREE ->
                new Drift(right, up, 0, 0);
        };
    }
}
