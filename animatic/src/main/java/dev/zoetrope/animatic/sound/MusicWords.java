package dev.zoetrope.animatic.sound;

import java.util.EnumSet;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What words, English or Chinese, ask of the music: how fast it is, and who plays it.
public final class MusicWords {
    /// The tempos that can be played, in beats a minute.
    private static final int SLOWEST = 40;

    private static final int FASTEST = 200;

    /// What "slow" and "fast" mean, in beats a minute.
    private static final double SLOW = 62;

    private static final double MODERATE = 96;
    private static final double FAST = 136;

    private static final Pattern NUMBER =
            words("(\\d{2,3})\\s*(?:bpm|beats (?:a|per) minute)|bpm\\s*[:：]?\\s*(\\d{2,3})"
                    + "|(?:每分钟|一分钟)\\s*(\\d{2,3})\\s*拍|(\\d{2,3})\\s*拍每分钟");

    private static final Pattern SLOW_WORDS =
            words("\\b(?:slow|adagio|largo|lento|ballad|lullaby|down-?tempo)\\b|慢|舒缓|缓慢|悠扬");
    private static final Pattern MODERATE_WORDS = words("\\b(?:moderate|andante|mid-?tempo|walking pace)\\b|中速|适中");
    private static final Pattern FAST_WORDS =
            words("\\b(?:fast|quick|rapid|presto|allegro|up-?tempo|upbeat|driving|frantic|racing)\\b|快|急促|激昂|动感|紧凑");

    /// A clause about music, in a text about other things as well.
    private static final Pattern ABOUT_MUSIC = words(
            "[^.;。；\\n]*(?:\\b(?:music|soundtrack|score|rhythm|tempo|song|tune|melody|bgm|beats?)\\b|音乐|配乐|节奏|曲|旋律|歌)[^.;。；\\n]*");

    /// Who plays.
    public enum Player {
        PIANO("\\bpianos?\\b|\\bkeyboard\\b|\\blo-?fi\\b|\\bjazz\\w*|钢琴|爵士"),
        STRINGS(
                "\\bstrings\\b|\\bviolins?\\b|\\bcellos?\\b|\\borchestra\\w*|\\bsymphon\\w+|\\bepic\\b|\\bcinematic score\\b|弦乐|小提琴|大提琴|管弦|交响|史诗"),
        GUITAR("\\bguitars?\\b|\\bukulele\\b|\\bfolk\\b|\\brock\\b|\\bcountry music\\b|吉他|民谣|摇滚"),
        ZITHER(
                "\\bguzheng\\b|\\bzither\\b|\\bguqin\\b|\\bkoto\\b|\\bpipa\\b|\\bchinese (?:style )?music\\b|古筝|古琴|琵琶|中国风|古风|国风"),
        FLUTE("\\bflutes?\\b|\\bwhistl\\w+|\\bdizi\\b|\\bshakuhachi\\b|笛|箫"),
        BELLS(
                "\\bmusic box\\b|\\bglockenspiel\\b|\\bcelesta\\b|\\bchimes\\b|\\bmarimba\\b|\\bxylophone\\b|八音盒|钟琴|木琴|风铃"),
        SYNTH("\\bsynth\\w*|\\belectronic(?:a)?\\b|\\btechno\\b|\\bhouse music\\b|\\bedm\\b|\\b8-?bit\\b|合成器|电子|赛博朋克"),
        DRUMS(
                "\\bdrum\\w*|\\bpercussion\\b|\\bbeats\\b|\\bepic\\b|\\brock\\b|\\btechno\\b|\\bedm\\b|\\bhip-?hop\\b|\\blo-?fi\\b|鼓|打击乐|史诗|摇滚|嘻哈");

        private final Pattern pattern;

        Player(String words) {
            pattern = words(words);
        }
    }

    private MusicWords() {}

    private static Pattern words(String alternatives) {
        return Pattern.compile(alternatives, Pattern.CASE_INSENSITIVE);
    }

    /// How fast the music is to be, in beats a minute: a number anywhere, else a word such as "slow" in what is said of
    /// the music.
    ///
    /// @param music what is said of the music alone
    /// @param prompt all the words
    public static OptionalDouble tempo(String music, String prompt) {
        for (String text : new String[] {music, prompt}) {
            Matcher number = NUMBER.matcher(text);
            while (number.find()) {
                for (int group = 1; group <= number.groupCount(); group++) {
                    int tempo = number.group(group) == null ? 0 : Integer.parseInt(number.group(group));
                    if (tempo >= SLOWEST && tempo <= FASTEST) {
                        return OptionalDouble.of(tempo);
                    }
                }
            }
        }
        OptionalDouble told = pace(music);
        Matcher about = ABOUT_MUSIC.matcher(prompt);
        while (told.isEmpty() && about.find()) {
            told = pace(about.group());
        }
        return told;
    }

    private static OptionalDouble pace(String words) {
        if (SLOW_WORDS.matcher(words).find()) {
            return OptionalDouble.of(SLOW);
        }
        if (FAST_WORDS.matcher(words).find()) {
            return OptionalDouble.of(FAST);
        }
        return MODERATE_WORDS.matcher(words).find() ? OptionalDouble.of(MODERATE) : OptionalDouble.empty();
    }

    /// The players that words name, themselves or by a kind of music; none where they leave it open.
    public static Set<Player> players(String words) {
        var players = EnumSet.noneOf(Player.class);
        for (Player player : Player.values()) {
            if (player.pattern.matcher(words).find()) {
                players.add(player);
            }
        }
        return players;
    }
}
