package dev.zoetrope.animatic.sound;

import dev.zoetrope.animatic.Sound.Ambience;
import dev.zoetrope.animatic.Sound.Mood;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What words, English or Chinese, ask to be heard: the mood of the music, and the beds of sound under the shots.
public final class SoundWords {
    private static final Map<Mood, Pattern> MOODS = new EnumMap<>(
            Map.of(
                    Mood.CALM,
                    words(
                            "平静|安静|宁静|温柔|温馨|舒缓|治愈|悠闲|浪漫|梦幻|抒情|空灵|诗意|怀旧|唯美|恬静|\\b(?:romantic|dreamy|ambient|nostalgic|lullaby|ethereal|tender|meditative|lo-?fi|calm|peaceful|quiet|gentle|serene|soft|relax\\w*|tranquil|cosy|cozy)\\b"),
                    Mood.BRIGHT,
                    words(
                            "欢快|明亮|活泼|开心|快乐|阳光|热烈|轻快|搞笑|史诗|热血|激昂|恢弘|恢宏|欢乐|喜庆|励志|动感|\\b(?:epic|heroic|triumphant|uplifting|inspiring|festive|dance|funky|pop|rock|happy|joy\\w*|bright|cheer\\w*|energetic|upbeat|sunny|playful|fun|funny)\\b"),
                    Mood.TENSE,
                    words(
                            "紧张|追逐|追赶|悬疑|战斗|激烈|打斗|逃|惊险|危机|赛博朋克|\\b(?:cyberpunk|industrial|dramatic|pursuit|danger\\w*|frantic|tens\\w+|chas\\w+|suspense\\w*|action|urgent|battle|fight\\w*|escap\\w+|thrill\\w*)\\b"),
                    Mood.DARK,
                    words(
                            "黑暗|恐怖|阴森|悲伤|压抑|阴暗|诡异|忧郁|孤独|神秘|凄凉|哀伤|苍凉|\\b(?:melanchol\\w+|lonely|mysterious|mournful|noir|tragic|dark\\w*|horror|gloom\\w*|ominous|sad\\w*|eerie|grim|scary|haunt\\w*)\\b")));

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
    public static final String NO_MUSIC = "none";

    private static final Pattern WITHOUT_MUSIC = words(
            "(?:无|没有|不要|不需要|不加|禁止)(?:任何)?(?:背景)?(?:音乐|配乐|BGM)|\\b(?:no|without|avoid)(?: any)?(?: background)? (?:music|BGM|score|soundtrack)\\b");

    private static final Pattern NONE = words("^\\s*(?:none|no|off|n/a|silence|无|没有|不要)\\W*$");

    private SoundWords() {}

    /// True when words ask for a film without music: "no music", "无背景音乐", or "none" as what the music is.
    public static boolean isWithoutMusic(String words) {
        return WITHOUT_MUSIC.matcher(words).find() || NONE.matcher(words).find();
    }

    /// The mood with the most words; of equals the one named first; calm when there are none.
    public static Mood mood(String prompt) {
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

    /// The beds of sound that a text names; none when it names none.
    public static Set<Ambience.Kind> beds(String text) {
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
