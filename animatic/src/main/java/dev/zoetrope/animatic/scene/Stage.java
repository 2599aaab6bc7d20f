package dev.zoetrope.animatic.scene;

/// Where things are in the frame, in frame heights from its upper left corner.
///
/// @param ratio of the frame's width to its height
/// @param horizon the height of the eye
/// @param sunX the middle of sun or moon
/// @param sunY the middle of sun or moon
/// @param zoom how much larger far things are than in a wide shot
/// @param foot where the first of the cast stands
/// @param castX where the first of the cast is
record Stage(double ratio, double horizon, double sunX, double sunY, double zoom, double foot, double castX) {
    /// Thirds, where a subject is looked for.
    private static final double THIRD = 1.0 / 3;

    static Stage of(Scene scene, long seed, double ratio) {
        Nearness nearness = scene.nearness().orElse(Nearness.WIDE);
        Hour hour = scene.hour().orElse(Hour.DAY);
        boolean isLeft = Noise.of(seed, 1, 1) < 0.5;
        double horizon = switch (nearness) {
            case WIDE -> 0.6 + 0.06 * Noise.of(seed, 2, 1);
            case MEDIUM -> 0.6;
            case NEAR -> 0.64;
        };
        double zoom = switch (nearness) {
            case WIDE -> 1;
            case MEDIUM -> 1.4;
            case NEAR -> 2;
        };
        double foot = switch (nearness) {
            case WIDE -> 0.86;
            case MEDIUM -> 0.95;
            case NEAR -> 1.02;
        };
        double castX = ratio * (isLeft ? THIRD : 1 - THIRD) + (nearness == Nearness.NEAR ? (isLeft ? 0.1 : -0.1) : 0);
        // The light comes from the other side, so that it draws a rim.
        double sunX = ratio * (isLeft ? 0.64 : 0.36) + 0.1 * (Noise.of(seed, 3, 1) - 0.5);
        double height = switch (hour) {
            case DAWN -> horizon - 0.1;
            case DUSK -> horizon - 0.075;
            case NIGHT -> 0.2;
            case DAY -> 0.16;
        };
        return new Stage(ratio, horizon, sunX, height, zoom, foot, castX);
    }

    /// Which way the light comes from the cast's place: 1 for the right.
    int towardsLight() {
        return sunX > castX ? 1 : -1;
    }
}
