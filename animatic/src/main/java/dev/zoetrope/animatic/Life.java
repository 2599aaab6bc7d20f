package dev.zoetrope.animatic;

/// What is seen to live before a still picture.
public enum Life {
    NONE,
    RAIN,
    SNOW,
    FIRE,
    STEAM,
    DUST,
    CLOUDS,
    /// Light that glitters on the water in the lower part.
    WATER,
    /// Shafts of light that pass slowly.
    LIGHT
}
