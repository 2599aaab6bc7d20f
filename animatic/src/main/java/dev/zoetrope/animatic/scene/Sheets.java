package dev.zoetrope.animatic.scene;

/// The sheets that a place is drawn on, with all that its painter needs to know.
///
/// @param far the sky and what fades into it
/// @param middle what lies between
/// @param ground what the cast stands on
/// @param near what stands between the camera and the cast, out of focus
/// @param scene what is drawn
/// @param light its colours
/// @param stage where things are
/// @param seed of what is random
record Sheets(Cel far, Cel middle, Cel ground, Cel near, Scene scene, Light light, Stage stage, long seed) {
    Terrain terrain(Cel cel) {
        return new Terrain(cel, stage);
    }

    Season season() {
        return scene.season().orElse(Season.SUMMER);
    }

    Hour hour() {
        return scene.hour().orElse(Hour.DAY);
    }

    /// Whether lamps are on.
    boolean isLamplit() {
        return hour() == Hour.NIGHT
                || hour() == Hour.DUSK
                || scene.weather()
                        .filter(weather -> weather == Weather.STORM || weather == Weather.RAIN)
                        .isPresent();
    }
}
