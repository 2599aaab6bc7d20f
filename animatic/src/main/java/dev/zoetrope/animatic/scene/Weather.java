package dev.zoetrope.animatic.scene;

import java.util.regex.Pattern;

/// What the sky does in a scene.
public enum Weather implements Worded {
    STORM("storm|storms|stormy|thunder|thunderstorm|lightning|typhoon|hurricane|tempest", "暴风雨|雷|闪电|风暴|台风|暴雨"),
    RAIN("rain|rains|raining|rainy|rainfall|downpour|drizzle", "雨(?!果|林|伞)"),
    SNOW("snow|snows|snowing|snowy|snowfall|snowflakes?|blizzard", "雪(?!茄|糕|碧|山|原|地)"),
    FOG("fog|foggy|mist|misty|haze|hazy", "雾|霾|烟雨"),
    CLOUDY("clouds?|cloudy|overcast", "多云|乌云|阴天|云层|白云|云海"),
    CLEAR("clear sky|cloudless|sunny|clear|calm", "晴|万里无云|平静|风平浪静");

    private final Pattern pattern;

    Weather(String english, String chinese) {
        pattern = Worded.pattern(english, chinese);
    }

    @Override
    public Pattern pattern() {
        return pattern;
    }

    /// Whether sun and moon are behind clouds.
    boolean isGrey() {
        return this == STORM || this == RAIN || this == SNOW || this == FOG;
    }
}
