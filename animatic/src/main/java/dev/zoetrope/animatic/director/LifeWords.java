package dev.zoetrope.animatic.director;

import dev.zoetrope.animatic.Life;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Pattern;

/// Finds in words what should be seen to live in a picture, in Chinese and English.
public final class LifeWords {
    private static final Map<Life, Pattern> WORDS = new EnumMap<>(Map.of(
            Life.RAIN, words("雨(?!果|伞店)|\\b(?:rain|rains|raining|rainy|rainfall|downpour|drizzle)\\b"),
            Life.SNOW, words("雪(?!茄|糕|碧)|\\b(?:snow|snows|snowing|snowy|snowfall|blizzard)\\b"),
            Life.FIRE,
                    words("篝火|火焰|火光|烛光|壁炉|着火|燃烧"
                            + "|\\b(?:flames?|bonfire|campfire|fireplace|fireside|candlelight|burning|torches)\\b"),
            Life.STEAM, words("蒸汽|雾气|薄雾|大雾|炊烟|热气|\\b(?:steam|steaming|fog|foggy|mist|misty|smoke|smoky)\\b"),
            Life.DUST, words("尘埃|灰尘|尘土|扬尘|\\b(?:dust|dusty|motes)\\b"),
            Life.CLOUDS, words("云(?!南|朵形)|\\b(?:clouds?|cloudy|overcast)\\b"),
            Life.WATER,
                    words(
                            "海面|湖面|水面|河面|海浪|波浪|波光|涟漪"
                                    + "|\\b(?:waves(?! (?:at|to|goodbye|her|his))|ripples|rippling|glittering water|surface of the water)\\b"),
            Life.LIGHT,
                    words("光束|阳光洒|光影流动|丁达尔|晨光|斜阳|\\b(?:sunbeams?|light (?:rays|shafts|beams)|god rays"
                            + "|shafts? of (?:sun)?light|rays of (?:sun)?light|sunlight streams?)\\b")));

    private LifeWords() {}

    private static Pattern words(String pattern) {
        return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
    }

    /// What the words ask for; of several the first in the order of [Life], which is from the plainest to the
    /// faintest.
    public static Life in(String words) {
        for (Life life : Life.values()) {
            Pattern pattern = WORDS.get(life);
            if (pattern != null && pattern.matcher(words).find()) {
                return life;
            }
        }
        return Life.NONE;
    }
}
