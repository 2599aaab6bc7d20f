package dev.zoetrope.animatic.scene;

import dev.zoetrope.animatic.scene.Layer.Drift;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Draws a scene in layers, from far to near: the sky and what fades into it, what lies between, the ground, the cast,
/// and what stands before the lens. What the words leave open is chosen by the seed, and where there is nobody to stand
/// in a place, by who is there. The same scene and seed give the same pixels.
public final class ScenePainter {
    private final Scene scene;
    private final long seed;
    private final double ratio;
    private final int rows;

    /// @param ratio of the frame's width to its height
    /// @param rows of pixels in the frame's height
    public ScenePainter(Scene scene, long seed, double ratio, int rows) {
        this.scene = settled(scene, seed);
        this.seed = seed;
        this.ratio = ratio;
        this.rows = rows;
    }

    /// A place and an hour where the words name none, and water for a ship.
    private static Scene settled(Scene told, long seed) {
        Place home = told.cast().isEmpty()
                ? List.of(Place.MEADOW, Place.MOUNTAINS, Place.LAKE, Place.SEA).get((int) (4 * Noise.of(seed, 5, 5)))
                : told.cast().getFirst().being().home();
        Hour hour = List.of(Hour.DUSK, Hour.DAWN, Hour.DAY).get((int) (3 * Noise.of(seed, 6, 6)));
        Place place = told.place().orElse(home);
        boolean isInland = place == Place.MOUNTAINS || place == Place.FOREST || place == Place.MEADOW;
        return new Scene(
                Optional.of(told.holds(place) ? place : isInland && home == Place.SEA ? Place.LAKE : home),
                Optional.of(told.hour().orElse(hour)),
                told.weather(),
                told.season(),
                told.tint(),
                told.nearness(),
                told.cast());
    }

    /// The layers, from far to near; the first covers the whole frame. Takes some tenths of a second.
    public List<Layer> layers() {
        Light light = Light.of(scene);
        Stage stage = Stage.of(scene, seed, ratio);
        Cel far = new Cel(ratio, rows);
        var sheets = new Sheets(
                far, new Cel(ratio, rows), new Cel(ratio, rows), new Cel(ratio, rows), scene, light, stage, seed);
        new Sky(far, scene, light, stage, seed).paint();
        place(sheets);
        focus(sheets);
        var layers = new ArrayList<Layer>();
        layers.add(far.layer(1, Drift.NONE, seed));
        layers.add(sheets.middle().layer(1.18, Drift.NONE, seed + 1));
        layers.add(sheets.ground().layer(1.4, Drift.NONE, seed + 2));
        layers.addAll(new CastPainter(sheets).layers(ratio, rows));
        layers.add(sheets.near().layer(2, Drift.NONE, seed + 3));
        return layers.stream().filter(layer -> layer.width() > 1).toList();
    }

    private static void place(Sheets sheets) {
        switch (sheets.scene().place().orElseThrow()) {
            case BEACH -> new Waters(sheets).beach();
            case HARBOUR -> new Waters(sheets).harbour();
            case UNDERWATER -> new Beyond(sheets).underwater();
            case SEA -> new Waters(sheets).sea();
            case LAKE -> new Waters(sheets).lake();
            case RIVER -> new Waters(sheets).river();
            case ROOM -> new Beyond(sheets).room();
            case STREET -> new Town(sheets).street();
            case ROAD -> new OpenCountry(sheets).road();
            case VILLAGE -> new OpenCountry(sheets).village();
            case CITY -> new Town(sheets).city();
            case FOREST -> new Woods(sheets).paint();
            case SNOWFIELD -> new OpenCountry(sheets).snowfield();
            case DESERT -> new OpenCountry(sheets).desert();
            case SPACE -> new Beyond(sheets).space();
            case MOUNTAINS -> new OpenCountry(sheets).mountains();
            case MEADOW -> new OpenCountry(sheets).meadow();
        }
    }

    /// Near to a subject the depth behind it is out of focus.
    private static void focus(Sheets sheets) {
        double radius = switch (sheets.scene().nearness().orElse(Nearness.WIDE)) {
            case WIDE -> 0;
            case MEDIUM -> 0.002;
            case NEAR -> 0.009;
        };
        if (radius > 0) {
            sheets.far().blur(radius);
            sheets.middle().blur(radius * 0.7);
        }
        Weather weather = sheets.scene().weather().orElse(Weather.CLEAR);
        if (weather == Weather.FOG && !sheets.scene().place().orElseThrow().isSheltered()) {
            double horizon = sheets.stage().horizon();
            sheets.far().mist(0, horizon, sheets.light().haze(), 0.75);
            sheets.middle().mist(horizon - 0.25, horizon + 0.2, sheets.light().haze(), 0.55);
            sheets.ground().mist(horizon - 0.1, horizon + 0.35, sheets.light().haze(), 0.4);
        }
    }
}
