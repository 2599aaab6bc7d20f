package dev.zoetrope.animatic;

import dev.zoetrope.animatic.Timeline.Sound;
import dev.zoetrope.animatic.Timeline.Sound.Ambience;
import dev.zoetrope.animatic.Timeline.Sound.Mood;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Plans what is heard, from the words of the prompt: the mood of the music and the beds of sound under the shots.
final class SoundPlan {
    private static final Map<Mood, Pattern> MOODS = new EnumMap<>(
            Map.of(
                    Mood.CALM,
                    words(
                            "平静|安静|宁静|温柔|温馨|舒缓|治愈|悠闲|\\b(?:calm|peaceful|quiet|gentle|serene|soft|relax\\w*|tranquil|cosy|cozy)\\b"),
                    Mood.BRIGHT,
                    words(
                            "欢快|明亮|活泼|开心|快乐|阳光|热烈|轻快|搞笑|\\b(?:happy|joy\\w*|bright|cheer\\w*|energetic|upbeat|sunny|playful|fun|funny)\\b"),
                    Mood.TENSE,
                    words(
                            "紧张|追逐|追赶|悬疑|战斗|激烈|打斗|逃|\\b(?:tens\\w+|chas\\w+|suspense\\w*|action|urgent|battle|fight\\w*|escap\\w+|thrill\\w*)\\b"),
                    Mood.DARK,
                    words(
                            "黑暗|恐怖|阴森|悲伤|压抑|阴暗|诡异|忧郁|\\b(?:dark\\w*|horror|gloom\\w*|ominous|sad\\w*|eerie|grim|scary|haunt\\w*)\\b")));

    private static final Map<Ambience.Kind, Pattern> BEDS = new EnumMap<>(Map.of(
            Ambience.Kind.WIND,
            words("(?<!台)风(?!格|景|味|情|采|光|尚|险|趣|貌|衣|度|筝|扇)|\\b(?:wind|windy|breeze|gale)\\b"),
            Ambience.Kind.RAIN,
            words("雨|\\b(?:rain|rains|raining|rainy|rainfall|downpour|drizzle)\\b"),
            Ambience.Kind.SEA,
            words("(?<!上)海(?!报|选|量|外|拔)|浪(?!漫|费)|\\b(?:sea|seaside|ocean|waves|beach|shore)\\b"),
            Ambience.Kind.STREET,
            words("街|城市|马路|车流|\\b(?:streets?|city|traffic|downtown)\\b"),
            Ambience.Kind.NIGHT,
            words("夜|\\b(?:night|midnight|nighttime)\\b"),
            Ambience.Kind.FOREST,
            words("森林|树林|丛林|林间|竹林|\\b(?:forests?|woods|woodland|jungle)\\b"),
            Ambience.Kind.CROWD,
            words("人群|集市|市场(?!营)|喧闹|热闹|\\b(?:crowds?|crowded|market ?place|bazaar|cafeteria|stadium)\\b"),
            Ambience.Kind.FIRE,
            words("篝火|火焰|着火|炉火|燃烧|大火|\\b(?:fire|camp ?fire|fireplace|bonfire|flames?|burning)\\b"),
            Ambience.Kind.STREAM,
            words("溪|瀑布|河流|流水|\\b(?:stream|brook|creek|river|waterfall)\\b")));

    /// What a plan says of music where none is wanted.
    static final String NO_MUSIC = "none";

    private static final Pattern WITHOUT_MUSIC = words(
            "(?:无|没有|不要|不需要|不加|禁止)(?:任何)?(?:背景)?(?:音乐|配乐|BGM)|\\b(?:no|without|avoid)(?: any)?(?: background)? (?:music|BGM|score|soundtrack)\\b");

    private static final Pattern NONE = words("^\\s*(?:none|no|off|n/a|silence|无|没有|不要)\\W*$");

    private SoundPlan() {}

    /// True when words ask for a film without music: "no music", "无背景音乐", or "none" as what the music is.
    static boolean isWithoutMusic(String words) {
        return WITHOUT_MUSIC.matcher(words).find() || NONE.matcher(words).find();
    }

    static Sound plan(Brief brief, List<Pick> takes, int[] lengths) {
        var draws = new Draws(brief.seed(), Draws.Concern.SOUND);
        long seed = draws.seed();
        Mood mood = mood(brief.prompt());
        double tempo = Math.round(tempo(mood, draws));
        return new Sound(
                seed,
                tempo,
                mood,
                ambiences(brief, takes, lengths),
                effects(takes, lengths),
                isWithoutMusic(brief.prompt()) ? NO_MUSIC : "");
    }

    /// The mood with the most words; of equals the one named first; calm when there are none.
    static Mood mood(String prompt) {
        Mood best = Mood.CALM;
        int most = 0;
        int first = Integer.MAX_VALUE;
        for (Mood mood : Mood.values()) {
            Matcher matcher = matcher(MOODS, mood, prompt);
            int count = 0;
            int at = Integer.MAX_VALUE;
            while (matcher.find()) {
                count++;
                at = Math.min(at, matcher.start());
            }
            if (count > most || (count > 0 && count == most && at < first)) {
                best = mood;
                most = count;
                first = at;
            }
        }
        return best;
    }

    private static double tempo(Mood mood, Draws draws) {
        return switch (mood) {
            case CALM -> draws.between(66, 80);
            case BRIGHT -> draws.between(104, 120);
            case TENSE -> draws.between(120, 138);
            case DARK -> draws.between(72, 88);
        };
    }

    /// Beds by shot where shots have words of their own, else over the whole film; a room where nothing is named.
    private static List<Ambience> ambiences(Brief brief, List<Pick> takes, int[] lengths) {
        Set<Ambience.Kind> overall = beds(brief.prompt());
        var ambiences = new ArrayList<Ambience>();
        for (Ambience.Kind kind : Ambience.Kind.values()) {
            int start = 0;
            int from = -1;
            for (int i = 0; i < takes.size(); i++) {
                Set<Ambience.Kind> own = beds(takes.get(i).words());
                if (own.isEmpty() && takes.get(i).said().isEmpty()) {
                    own = overall;
                }
                boolean isHeard = own.isEmpty() ? kind == Ambience.Kind.ROOM : own.contains(kind);
                if (isHeard && from < 0) {
                    from = start;
                }
                if (!isHeard && from >= 0) {
                    ambiences.add(new Ambience(kind, from, start - from));
                    from = -1;
                }
                start += lengths[i];
            }
            if (from >= 0) {
                ambiences.add(new Ambience(kind, from, start - from));
            }
        }
        ambiences.sort(Comparator.comparingInt(Ambience::start).thenComparing(Ambience::kind));
        return ambiences;
    }

    /// The sounds of what the words about a shot show, even where they do not speak of sound.
    private static List<Sound.Effect> effects(List<Pick> takes, int[] lengths) {
        var effects = new ArrayList<Sound.Effect>();
        int start = 0;
        for (int i = 0; i < lengths.length; i++) {
            for (Foley.Thing thing : Foley.things(takes.get(i).words())) {
                effects.add(new Sound.Effect(start, lengths[i], thing.words()));
            }
            start += lengths[i];
        }
        return effects;
    }

    static Set<Ambience.Kind> beds(String text) {
        var beds = EnumSet.noneOf(Ambience.Kind.class);
        for (Ambience.Kind kind : BEDS.keySet()) {
            if (matcher(BEDS, kind, text).find()) {
                beds.add(kind);
            }
        }
        return beds;
    }

    private static <K> Matcher matcher(Map<K, Pattern> patterns, K key, String text) {
        return Objects.requireNonNull(patterns.get(key)).matcher(text);
    }

    private static Pattern words(String alternatives) {
        return Pattern.compile(alternatives, Pattern.CASE_INSENSITIVE);
    }
}
