package dev.zoetrope.animatic;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/// What a card's background shows, read from the words of its scene, in English or Chinese. What the words leave open
/// the seed decides.
record Scenery(Sky sky, Place place, Weather weather) {
    /// The hour, and with it the colours: from the top of the sky to the horizon, the nearest ground, and the light.
    enum Sky {
        NIGHT(0x070B1F, 0x14203F, 0x33486F, 0x04070F, 0xF3EFD9),
        DAWN(0x2E4374, 0xB9707E, 0xF7C794, 0x1D2137, 0xFFF1C9),
        DAY(0x3D7FBF, 0x86B9DE, 0xDDEBED, 0x1E4650, 0xFFFBEA),
        DUSK(0x1B1A40, 0x7B3A6B, 0xF0915F, 0x141028, 0xFFD49B),
        STORM(0x1D242D, 0x38434F, 0x6C7882, 0x0E1318, 0xC9D3DA);

        final int top;
        final int middle;
        final int horizon;
        final int ground;
        final int light;

        Sky(int top, int middle, int horizon, int ground, int light) {
            this.top = top;
            this.middle = middle;
            this.horizon = horizon;
            this.ground = ground;
            this.light = light;
        }
    }

    /// The ground.
    enum Place {
        HILLS,
        MOUNTAINS,
        SEA,
        CITY,
        FOREST,
        DESERT,
        ROOM
    }

    /// What falls from the sky.
    enum Weather {
        CLEAR,
        RAIN,
        SNOW
    }

    private static final Map<Sky, List<String>> SKIES = Map.of(
            Sky.NIGHT, List.of("night", "midnight", "moon", "star", "dark", "夜", "月", "星", "深夜", "黑暗"),
            Sky.DAWN, List.of("dawn", "sunrise", "morning", "黎明", "日出", "清晨", "早晨", "晨", "朝"),
            Sky.DUSK, List.of("dusk", "sunset", "evening", "twilight", "golden hour", "黄昏", "日落", "傍晚", "夕阳", "夕"),
            Sky.STORM, List.of("storm", "rain", "thunder", "fog", "gloom", "暴风", "雷", "雨", "雾", "阴"),
            Sky.DAY, List.of("day", "noon", "sunny", "blue sky", "summer", "白天", "中午", "晴", "阳光", "蓝天", "夏"));

    private static final Map<Place, List<String>> PLACES = Map.of(
            Place.SEA, List.of("sea", "ocean", "beach", "ship", "boat", "wave", "lake", "海", "洋", "沙滩", "船", "浪", "湖"),
            Place.CITY, List.of("city", "street", "town", "building", "neon", "skyline", "城", "街", "楼", "都市", "霓虹"),
            Place.FOREST, List.of("forest", "wood", "tree", "jungle", "garden", "森林", "树", "林", "竹", "花园"),
            Place.MOUNTAINS, List.of("mountain", "peak", "cliff", "alps", "valley", "山", "峰", "崖", "谷"),
            Place.DESERT, List.of("desert", "dune", "sand", "sahara", "沙漠", "沙丘", "荒漠", "戈壁"),
            Place.ROOM,
                    List.of(
                            "room",
                            "indoor",
                            "interior",
                            "house",
                            "kitchen",
                            "office",
                            "door",
                            "window",
                            "室",
                            "屋",
                            "房",
                            "厨",
                            "窗",
                            "门"));

    private static final Map<Weather, List<String>> WEATHERS = Map.of(
            Weather.RAIN, List.of("rain", "drizzle", "storm", "雨"),
            Weather.SNOW, List.of("snow", "winter", "blizzard", "雪", "冬"));

    /// Longer words may go on: "mountainous", "forestry".
    private static final int SHORT_WORD = 4;

    /// Reads the words.
    static Scenery of(String words, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        String text = words.toLowerCase(Locale.ROOT);
        List<Sky> fair = List.of(Sky.DUSK, Sky.DAWN, Sky.NIGHT);
        List<Place> open = List.of(Place.HILLS, Place.MOUNTAINS, Place.HILLS);
        Sky anySky = fair.get(random.nextInt(fair.size()));
        Place anyPlace = open.get(random.nextInt(open.size()));
        return new Scenery(
                earliest(text, SKIES, anySky),
                earliest(text, PLACES, anyPlace),
                earliest(text, WEATHERS, Weather.CLEAR));
    }

    /// The choice one of whose words comes first in the text; of two at the same place the longer word wins.
    private static <C extends Enum<C>> C earliest(String text, Map<C, List<String>> choices, C otherwise) {
        C best = otherwise;
        int bestAt = Integer.MAX_VALUE;
        int bestLength = 0;
        // In the enum's order, for a map's own order differs from run to run.
        for (C choice : otherwise.getDeclaringClass().getEnumConstants()) {
            for (String word : choices.getOrDefault(choice, List.of())) {
                int at = find(text, word);
                if (at >= 0 && (at < bestAt || (at == bestAt && word.length() > bestLength))) {
                    best = choice;
                    bestAt = at;
                    bestLength = word.length();
                }
            }
        }
        return best;
    }

    /// Where a word is. Latin words must be whole when they are short, so that "season" is no sea's, and longer ones
    /// begin one, so that "mountainous" is a mountain's.
    private static int find(String text, String word) {
        boolean isLatin = word.charAt(0) < 0x80;
        int at = text.indexOf(word);
        while (at >= 0 && isLatin && !isWord(text, at, word)) {
            at = text.indexOf(word, at + 1);
        }
        return at;
    }

    private static boolean isWord(String text, int at, String word) {
        boolean begins = at == 0 || !isLatinLetter(text.charAt(at - 1));
        int end = at + word.length();
        // A plural or "rainy" still is the word.
        boolean ends = end == text.length() || !isLatinLetter(text.charAt(end)) || "sy".indexOf(text.charAt(end)) >= 0;
        return begins && (ends || word.length() > SHORT_WORD);
    }

    private static boolean isLatinLetter(char character) {
        return character < 0x250 && Character.isLetter(character);
    }
}
