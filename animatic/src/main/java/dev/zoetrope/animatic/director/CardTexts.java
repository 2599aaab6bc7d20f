package dev.zoetrope.animatic.director;

import dev.zoetrope.animatic.Brief;
import dev.zoetrope.animatic.Timeline.View;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// Makes cards from a prompt without pictures: one for each marked shot, else one for each sentence, two to five.
final class CardTexts {
    private static final int LEAST_CARDS = 2;

    /// More cards than this would run through a film of a few seconds unread.
    private static final int MOST_CARDS = 5;

    /// What fits on a card in a size that is read at a glance.
    private static final int MOST_LETTERS = 96;

    private static final int MOST_IDEOGRAPHS = 40;

    private static final Pattern SENTENCE_END =
            Pattern.compile("(?<=[。！？!?；;\\n])|(?<=\\.)\\s+|(?=镜头切[至到])|(?<=\\s)(?=[Cc]ut to )");

    /// References and marks that are talk between writer and machine.
    private static final Pattern NOT_SHOWN = Pattern.compile(
            "[@\\[<【]*\\s*(?:images?|videos?|audios?|图片?|视频|音频)[ _]?\\d{1,2}\\s*[\\]>】]*|时长[：:]?\\s*\\d+\\s*秒",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern LETTER = Pattern.compile("\\p{L}");
    private static final Pattern IDEOGRAPH = Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}]");

    private CardTexts() {}

    static List<Pick> takes(Brief brief, PromptReader.Words words) {
        var draws = new Draws(brief.seed(), Draws.Concern.CARDS);
        List<String> parts = words.shots().isEmpty()
                ? sentences(brief.prompt())
                : words.shots().stream().map(ShotNote::text).toList();
        var takes = new ArrayList<Pick>();
        for (String part : parts) {
            String text = words.isWordless() ? "" : shown(part);
            String scene = part.isBlank() ? brief.prompt() : part;
            takes.add(new Pick(
                    new View.Card(text, scene, draws.seed()), Pick.Part.MIDDLE, NoteReader.read(part), ShotNote.NONE));
        }
        while (takes.size() < LEAST_CARDS && words.shots().isEmpty()) {
            takes.add(new Pick(
                    new View.Card("", brief.prompt(), draws.seed()), Pick.Part.MIDDLE, ShotNote.NONE, ShotNote.NONE));
        }
        return takes;
    }

    /// The sentences of a prompt; when there are too many, neighbours are put together.
    static List<String> sentences(String prompt) {
        List<String> sentences = Arrays.stream(SENTENCE_END.split(prompt))
                .map(String::strip)
                .filter(sentence -> LETTER.matcher(sentence).find())
                .toList();
        int groups = Math.min(MOST_CARDS, sentences.size());
        var grouped = new ArrayList<String>();
        for (int i = 0; i < groups; i++) {
            grouped.add(String.join(
                    " ", sentences.subList(i * sentences.size() / groups, (i + 1) * sentences.size() / groups)));
        }
        return grouped;
    }

    /// What is written on the card: at most one breath, cut at a word.
    static String shown(String part) {
        String text =
                NOT_SHOWN.matcher(part).replaceAll(" ").replaceAll("\\s+", " ").strip();
        int most = IDEOGRAPH.matcher(text).find() ? MOST_IDEOGRAPHS : MOST_LETTERS;
        if (text.codePointCount(0, text.length()) <= most) {
            return text;
        }
        int end = text.offsetByCodePoints(0, most);
        int cut = lastBreak(text, end);
        return text.substring(0, cut > end / 2 ? cut : end).strip() + "…";
    }

    private static int lastBreak(String text, int end) {
        for (int at = end; at > 0; at--) {
            if (" ，。；、,;.!?！？".indexOf(text.charAt(at)) >= 0) {
                return at;
            }
        }
        return 0;
    }
}
