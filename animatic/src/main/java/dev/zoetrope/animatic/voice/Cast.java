package dev.zoetrope.animatic.voice;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Gives each speaker of a film a voice, and the same one each time. The name tells man, woman or child where it can;
/// otherwise speakers take turns, so that two who talk are told apart.
public final class Cast {
    private static final Pattern CHILDREN =
            Pattern.compile("\\b(?:boy|girl|child|kid|baby|son|daughter)\\b|孩|男孩|女孩|童|宝宝|小朋友");
    private static final Pattern WOMEN = Pattern.compile(
            "\\b(?:woman|women|lady|mother|mom|mum|sister|aunt|grandmother|grandma|queen|princess|wife|actress|she|her|female|mary|anna|alice|emma|lucy|sarah|eva|mia)\\b"
                    + "|女|妈|母|奶奶|姐|妹|阿姨|姑|婆|她|公主|皇后|小姐");
    private static final Pattern OLD_MEN = Pattern.compile(
            "\\b(?:grandfather|grandpa|old man|king|wizard|captain|narrator|v\\.?o\\.?)\\b|爷|老人|老头|国王|旁白|老师傅");
    private static final Pattern MEN = Pattern.compile(
            "\\b(?:man|men|father|dad|brother|uncle|prince|husband|he|his|male|mr|sir|john|jack|tom|bob|max|leo|adam|ben)\\b"
                    + "|男|爸|父|哥|弟|叔|伯|先生|王子|他");

    private final Map<String, Voice> voices = new LinkedHashMap<>();
    private int turn;

    /// The voice of a speaker. Lines without one are all of the same unknown.
    public Voice voice(String speaker) {
        String name = speaker.strip().toLowerCase(Locale.ROOT);
        Voice known = voices.get(name);
        if (known != null) {
            return known;
        }
        Voice voice = choose(name);
        voices.put(name, voice);
        return voice;
    }

    private Voice choose(String name) {
        if (CHILDREN.matcher(name).find()) {
            return Voice.CHILD;
        }
        if (WOMEN.matcher(name).find()) {
            return voices.containsValue(Voice.WOMAN) ? Voice.YOUNG_WOMAN : Voice.WOMAN;
        }
        if (OLD_MEN.matcher(name).find()) {
            return Voice.OLDER_MAN;
        }
        if (MEN.matcher(name).find()) {
            return voices.containsValue(Voice.MAN) ? Voice.OLDER_MAN : Voice.MAN;
        }
        Voice[] turns = {Voice.MAN, Voice.WOMAN, Voice.OLDER_MAN, Voice.YOUNG_WOMAN};
        for (int i = 0; i < turns.length; i++) {
            Voice next = turns[turn++ % turns.length];
            if (!voices.containsValue(next)) {
                return next;
            }
        }
        return turns[turn++ % turns.length];
    }
}
