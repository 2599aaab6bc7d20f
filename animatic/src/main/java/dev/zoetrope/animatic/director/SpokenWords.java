package dev.zoetrope.animatic.director;

import dev.zoetrope.animatic.Speech;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes what is heard out of the words about a shot: dialogue in quotes, in `{}` or behind a label or a speaker's
/// name; sounds in `<>` or behind a label; music in brackets or behind a label. What is left is about the picture.
///
/// @param dialogue in order
/// @param effects in order
/// @param music in order
/// @param rest the words without all these
record SpokenWords(List<Speech> dialogue, List<String> effects, List<String> music, String rest) {
    private static final Pattern QUOTED = Pattern.compile("[“\"「『{｛]([^“”\"「」『』{}｛｝]{1,300})[”\"」』}｝]");

    /// A quote whose end the scanner lost.
    private static final Pattern HALF_QUOTED = Pattern.compile("[“「『\"]([^“”\"「」『』]{2,300})$");

    private static final Pattern LINE = Pattern.compile(
            "(?:台词|对白|旁白|画外音|独白|\\bdialogues?|\\blines?|\\bV\\.?O\\.?)\\s*[:：]\\s*([^；;\\n]{1,300})",
            Pattern.CASE_INSENSITIVE);

    /// A name in capitals before a colon, as in a screenplay.
    private static final Pattern NAMED = Pattern.compile(
            "(?<![\\p{L}\\d])([A-Z][A-Z.'-]{1,18}(?: [A-Z][A-Z.'-]{1,18})?)\\s*[:：]\\s*([^:：；;\\n]{2,300}?)(?=$|[；;\\n]|\\s[A-Z]{2,18}\\s*[:：])");

    private static final Pattern NO_NAME = Pattern.compile(
            "(?:SFX|FX|MUSIC|BGM|CAM|CAMERA|SHOT|CU|MS|LS|WS|ECU|MCU|INT|EXT|DUR|DURATION|TIME|SIZE|ACTION|MOVE|NOTE|NOTES"
                    + "|SOUND|AUDIO|SCENE|PANEL|FRAME|STYLE|CUT|PICTURE)(?: .*)?");

    private static final Pattern EFFECT_MARK = Pattern.compile("[<《]([^<>《》]{1,80})[>》]");

    private static final Pattern EFFECT_LABEL = Pattern.compile(
            "(?:音效|声音|\\bSFX|\\bsound(?: effects?)?|\\baudio)\\s*[:：]\\s*([^；;。\\n]{1,120})", Pattern.CASE_INSENSITIVE);

    private static final Pattern MUSIC_MARK = Pattern.compile(
            "[（(]([^（）()]{0,80}(?:音乐|配乐|乐曲|旋律|钢琴|吉他|鼓点|\\bBGM|\\bmusic|\\bmelody|\\bpiano|\\bguitar|\\bstrings|\\bdrums)[^（）()]{0,80})[）)]",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern MUSIC_LABEL =
            Pattern.compile("(?:音乐|配乐|背景音乐|\\bBGM|\\bmusic)\\s*[:：]\\s*([^；;。\\n]{1,120})", Pattern.CASE_INSENSITIVE);

    /// Names of references stand in the same marks.
    private static final Pattern REFERENCE =
            Pattern.compile("(?:image|video|audio|subject|图片?|视频|音频|主体)[ _]?\\d.*", Pattern.CASE_INSENSITIVE);

    /// Quoted words that are seen, not heard.
    private static final Pattern SEEN = Pattern.compile(
            "(?:写着|印着|字样|标题|片名|题为|字幕|名为|叫做|招牌|\\bsays on|\\breads|\\btitled?|\\bcaption|\\bcalled|\\bnamed|\\bsign|\\btext|\\bwords|\\blabell?ed)\\s*[:：]?\\s*$",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern STOP = Pattern.compile("[。；;.!！?？\\n,，|、(（)）】\\]]");

    private static final Pattern SPEAKING = Pattern.compile(
            "\\s*(?:(?:轻声|大声|小声|低声|高声|微笑着|哭着|笑着|急促地|温柔地|冷冷地|平静地|缓缓地?|对[^，。]{1,6}?)*(?:说道?|道|问道?|喊道?|叫道?|大喊|低语|回答|念道?|呢喃)"
                    + "|\\b(?:softly |quietly |loudly |then )?(?:says?|said|asks?|shouts?|whispers?|yells?|answers?|replies|murmurs?|screams?)(?: \\w+ly)?)"
                    + "\\s*[:：，,]?\\s*$",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern COLON = Pattern.compile("\\s*[:：]\\s*$");

    private static final Pattern LABEL = Pattern.compile(
            "(?:台词|对白|旁白|画外音|独白|dialogue|line|V\\.?O\\.?|voice ?over|narrator)", Pattern.CASE_INSENSITIVE);

    static SpokenWords of(String text) {
        var dialogue = new ArrayList<Speech>();
        var effects = new ArrayList<String>();
        var music = new ArrayList<String>();
        String rest = text;
        rest = take(MUSIC_MARK, rest, (match, _) -> music.add(match.group(1).strip()));
        rest = take(MUSIC_LABEL, rest, (match, _) -> music.add(match.group(1).strip()));
        rest = take(
                EFFECT_MARK,
                rest,
                (match, whole) -> !REFERENCE.matcher(match.group(1)).matches()
                        && !SEEN.matcher(whole.substring(0, match.start())).find()
                        && effects.add(match.group(1).strip()));
        rest = take(EFFECT_LABEL, rest, (match, _) -> effects.add(match.group(1).strip()));
        rest = take(QUOTED, rest, (match, whole) -> speech(match, whole, dialogue));
        rest = take(HALF_QUOTED, rest, (match, whole) -> speech(match, whole, dialogue));
        rest = take(LINE, rest, (match, _) -> labelled(match.group(1), dialogue));
        rest = take(
                NAMED,
                rest,
                (match, _) -> !NO_NAME.matcher(match.group(1)).matches()
                        && dialogue.add(new Speech(
                                match.group(1).strip(), match.group(2).strip())));
        return new SpokenWords(List.copyOf(dialogue), List.copyOf(effects), List.copyOf(music), rest);
    }

    private interface Taker {
        boolean take(Matcher match, String whole);
    }

    /// Takes out what the taker accepts, and leaves a stop in its place.
    private static String take(Pattern pattern, String text, Taker taker) {
        Matcher matcher = pattern.matcher(text);
        var rest = new StringBuilder();
        int from = 0;
        while (matcher.find()) {
            if (taker.take(matcher, text)) {
                rest.append(text, from, matcher.start()).append("; ");
                from = matcher.end();
            }
        }
        return rest.append(text.substring(from)).toString();
    }

    private static boolean speech(Matcher match, String whole, List<Speech> dialogue) {
        String before = whole.substring(0, match.start());
        String words = match.group(1).strip();
        boolean isSpoken = !SEEN.matcher(before).find() && words.codePoints().anyMatch(Character::isLetter);
        return isSpoken && dialogue.add(new Speech(speaker(before), words));
    }

    private static boolean labelled(String words, List<Speech> dialogue) {
        String line = words.strip();
        Matcher colon = Pattern.compile("^([^:：]{1,20})[:：]\\s*(.+)$").matcher(line);
        if (line.codePoints().noneMatch(Character::isLetter) || line.matches("(?i)无|none|n/a")) {
            return false;
        }
        return dialogue.add(
                colon.find() ? new Speech(colon.group(1).strip(), colon.group(2).strip()) : new Speech("", line));
    }

    /// Who speaks: the words between the last stop and the quote, where they end in a verb of speaking or a colon and
    /// are short enough to be a name.
    static String speaker(String before) {
        Matcher speaking = SPEAKING.matcher(before);
        Matcher colon = COLON.matcher(before);
        String named;
        if (speaking.find()) {
            named = before.substring(0, speaking.start());
        } else if (colon.find()) {
            named = before.substring(0, colon.start());
        } else {
            return "";
        }
        Matcher stop = STOP.matcher(named);
        int from = 0;
        while (stop.find()) {
            from = stop.end();
        }
        String name = named.substring(from).strip();
        boolean isShort = name.codePoints().filter(Character::isIdeographic).count() <= 10
                && name.split("\\s+").length <= 4
                && name.length() <= 40;
        boolean isSomebody = !LABEL.matcher(name).matches()
                && ShotSize.find(name).isEmpty()
                && MoveWords.find(name).isEmpty()
                && name.codePoints().noneMatch(Character::isDigit);
        return isShort && isSomebody ? name : "";
    }
}
