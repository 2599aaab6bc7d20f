package dev.zoetrope.animatic.camera;

import java.awt.Color;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// What a card without a picture shows behind its words: a time of day for the sky, and what stands before it.
/// Chosen from the words, in English and Chinese; where they say nothing, from the card's seed.
///
/// @param sky colours from top to horizon
/// @param ground colours from far to near
/// @param light the colour of sun or moon
/// @param kind what stands before the sky
/// @param rain whether it rains
/// @param stars whether stars are seen
record Scenery(List<Color> sky, List<Color> ground, Color light, Kind kind, boolean rain, boolean stars) {
    /// What stands before the sky.
    enum Kind {
        HILLS,
        SEA,
        CITY,
        FOREST
    }

    private static final Pattern NIGHT = words("night|moon|midnight|star", "夜|月|星|深宵");
    private static final Pattern DAWN =
            words("dawn|sunrise|morning|sunset|dusk|golden hour", "黎明|日出|清晨|早晨|日落|黄昏|傍晚|夕阳|晨");
    private static final Pattern RAIN = words("rain|storm|drizzle", "雨|暴风");
    private static final Pattern SEA = words("sea|ocean|beach|wave|boat|ship|lake|river", "海|浪|船|湖|河|沙滩");
    private static final Pattern CITY = words("city|street|town|skyline|neon|building|office|alley", "城|街|霓虹|楼|巷|都市");
    private static final Pattern FOREST = words("forest|wood|tree|jungle|garden|park", "森林|树|林|丛|花园|公园");

    Scenery {
        sky = List.copyOf(sky);
        ground = List.copyOf(ground);
    }

    static Scenery of(String words, long seed) {
        String text = words.toLowerCase(Locale.ROOT);
        boolean rain = RAIN.matcher(text).find();
        boolean night = NIGHT.matcher(text).find();
        boolean dawn = DAWN.matcher(text).find();
        Kind kind = kind(text, seed);
        List<Color> sky = night
                ? colours(0x070b1e, 0x131f45, 0x2b3a66)
                : rain
                        ? colours(0x2f3a45, 0x4b5965, 0x75838c)
                        : dawn ? colours(0x2a3566, 0xb06a6f, 0xf6c48a) : colours(0x3f7fb8, 0x8fbfe0, 0xe4eef2);
        return new Scenery(
                sky,
                ground(kind, night, dawn, rain),
                new Color(night ? 0xe9ead8 : 0xffe3a3),
                kind,
                rain,
                night && !rain);
    }

    private static Kind kind(String text, long seed) {
        if (SEA.matcher(text).find()) {
            return Kind.SEA;
        }
        if (CITY.matcher(text).find()) {
            return Kind.CITY;
        }
        if (FOREST.matcher(text).find()) {
            return Kind.FOREST;
        }
        return Kind.values()[(int) Long.remainderUnsigned(seed, 2)];
    }

    private static List<Color> ground(Kind kind, boolean night, boolean dawn, boolean rain) {
        List<Color> day = switch (kind) {
            case HILLS -> dawn ? colours(0x6b5a78, 0x40395c, 0x221f3a) : colours(0x7fa08c, 0x4c7a64, 0x2a4f45);
            case SEA -> dawn ? colours(0x8a7487, 0x4f5780, 0x28325c) : colours(0x5fa0c4, 0x2d74a4, 0x164a78);
            case CITY -> dawn ? colours(0x7d6478, 0x4d4360, 0x28253c) : colours(0x8b9aa8, 0x5c6b7c, 0x364250);
            case FOREST -> dawn ? colours(0x5f5a66, 0x3b4247, 0x1e2a2c) : colours(0x6c9a78, 0x3a6b4e, 0x1d4030);
        };
        double shade = night ? 0.28 : rain ? 0.6 : 1;
        return day.stream()
                .map(colour -> new Color((int) (colour.getRed() * shade), (int) (colour.getGreen() * shade), (int)
                        (colour.getBlue() * shade + (night ? 12 : 0))))
                .toList();
    }

    private static List<Color> colours(int first, int second, int third) {
        return List.of(new Color(first), new Color(second), new Color(third));
    }

    private static Pattern words(String english, String chinese) {
        return Pattern.compile("\\b(?:" + english + ")|" + chinese);
    }
}
