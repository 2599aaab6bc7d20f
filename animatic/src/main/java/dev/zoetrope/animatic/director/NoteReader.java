package dev.zoetrope.animatic.director;

import dev.zoetrope.animatic.Caption;
import dev.zoetrope.animatic.Speech;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Understands the words about a shot: its number, length, size, camera moves, dialogue, sounds and music, in English
/// and Chinese. Made for captions as a scanner reads them, with lost spaces and an O for a 0, as well as for prompts.
///
/// Stateless, thread-safe.
public final class NoteReader {
    private static final Pattern NUMBER = Pattern.compile(
            "^[\\s\\[【(（#]*(?<word>镜头|分镜|镜号|镜|画面|场景|编号|序号|第|sh[o0]t|scene|panel|frame|sc|sh|n[o0]\\.?|cut)?"
                    + "[\\s.:：_#；-]*(?<number>[0-9O]{1,4}|[一二三四五六七八九十]{1,3})(?![\\d.]*\\d)(?:\\s*[镜号格幕个])?",
            Pattern.CASE_INSENSITIVE);

    private static final String UNIT = "(?:s(?![a-z])|S(?![a-z])|秒|secs?\\b|seconds?\\b)";

    private static final String TIME = "(?:\\d{1,2}:\\d\\d(?:\\.\\d+)?|\\d{1,3}(?:\\.\\d+)?)";

    private static final Pattern RANGE = Pattern.compile("(?<from>" + TIME + ")\\s*" + UNIT
            + "?\\s*(?:[-–—~～]|至|到|\\bto\\b)+\\s*(?<to>" + TIME + ")\\s*(?<unit>" + UNIT + ")?");

    private static final Pattern LENGTH =
            Pattern.compile("(?<![\\d.:])(?<length>[\\dOlI]{1,3}(?:[.．]\\d+)?)\\s*" + UNIT);

    private static final Pattern LABELLED = Pattern.compile(
            "(?:时长|时间|秒数|duration|length|time)\\s*(?:\\((?:s|秒)\\))?\\s*[:：]\\s*(?<length>\\d{1,3}(?:\\.\\d+)?)",
            Pattern.CASE_INSENSITIVE);

    /// Words, a sentence, and the only quotation mark behind it.
    private static final Pattern UNOPENED = Pattern.compile(
            "(?<before>[^\"“”]*[.。:：,，])\\s*(?<line>[^\"“”.。:：,，；;]+[.。!！?？]?)[\"”](?<after>[；;.。\\s]*)");

    /// Longer than this is no shot of a storyboard but a year or a house number.
    private static final double LONGEST = 120;

    /// A bare number above this is a year or a page.
    private static final int MOST_SHOTS = 300;

    /// Camera words that a scanner runs together.
    private static final List<Joined> JOINED = List.of(
            new Joined("(push|dolly|zoom|track)(in)(?!g)"),
            new Joined("(pull|dolly|zoom)(back|out)"),
            new Joined("(pan|truck|dolly)(left|right)"),
            new Joined("(tilt|crane|pedestal|boom)(up|down)"),
            new Joined("(orbit|orbits)(around)"),
            new Joined("(tracking|wide|full|medium|close|crane|static|locked|tilt|pan|long)(shot|off)"),
            new Joined("(slow|fast|quick)(push|pull|pan|zoom|tilt|dolly|truck)"));

    private record Joined(Pattern pattern) {
        Joined(String words) {
            this(Pattern.compile(words, Pattern.CASE_INSENSITIVE));
        }
    }

    private static final Pattern LATIN_RUN = Pattern.compile("[A-Za-z]{6,}");

    private NoteReader() {}

    /// Reads the captions of a sheet, one for each panel. The run of their numbers helps where a scanner ran a number
    /// and a length together: behind shot 04, "052秒" is shot 05, 2 seconds.
    public static List<ShotNote> readAll(List<Caption> captions) {
        var notes = new ArrayList<ShotNote>();
        int expected = 1;
        for (Caption caption : captions) {
            ShotNote note = read(caption.text(), expected);
            notes.add(note);
            expected = note.number().orElse(expected) + 1;
        }
        return List.copyOf(notes);
    }

    /// Reads the words about one shot.
    public static ShotNote read(String text) {
        return read(text, 0);
    }

    private static ShotNote read(String written, int expected) {
        if (written.isBlank()) {
            return ShotNote.NONE;
        }
        String text = split(narrow(written), expected);
        SpokenWords spoken = SpokenWords.of(expected < 1 ? text : quoted(text));
        OptionalInt number = OptionalInt.empty();
        String rest = spoken.rest();
        Matcher numbered = NUMBER.matcher(rest);
        if (numbered.find() && isNumber(rest, numbered)) {
            number = OptionalInt.of(number(numbered.group("number")));
            rest = rest.substring(numbered.end());
        }
        String spaced = spaced(rest);
        return new ShotNote(
                number,
                seconds(rest),
                ShotSize.find(spaced),
                MoveWords.distinct(spaced),
                expected < 1 ? spoken.dialogue() : spaced(spoken.dialogue()),
                spoken.effects(),
                spoken.music().stream().findFirst(),
                written.strip());
    }

    /// Digits, letters and brackets of full width become usual ones.
    private static String narrow(String text) {
        var narrow = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            boolean isAlphanumeric =
                    (sign >= '０' && sign <= '９') || (sign >= 'Ａ' && sign <= 'Ｚ') || (sign >= 'ａ' && sign <= 'ｚ');
            narrow.append(isAlphanumeric || sign == '（' || sign == '）' || sign == '．' ? (char) (sign - 0xFEE0) : sign);
        }
        return narrow.toString();
    }

    /// Parts a number from the length behind it, where a scanner ran both together ("052秒") or only a mark stands
    /// between, which would make a clock or a range of them ("Shot 5:2s", "#5-2s"). A bare number before the word
    /// is a neighbour's, and left out.
    private static String split(String text, int expected) {
        if (expected < 1) {
            return text;
        }
        Matcher run = Pattern.compile("^(\\D{0,6}?)(0?" + expected + ")(\\d{1,2}(?:\\.\\d+)?\\s*" + UNIT + ")")
                .matcher(text);
        Matcher marked = Pattern.compile(
                        "^(?:\\s*\\d{1,2}\\s+(?=\\D))?(\\s*(?:#|sh[o0]t|sc|scene|panel|镜头|分镜|镜号)\\s*#?\\s*\\d{1,3}"
                                + ")\\s*[:：.–—-]\\s*(\\d{1,2}(?:\\.\\d+)?\\s*" + UNIT + ")",
                        Pattern.CASE_INSENSITIVE)
                .matcher(text);
        if (marked.find()) {
            return marked.group(1) + " " + text.substring(marked.start(2));
        }
        return run.find() ? run.group(1) + run.group(2) + " " + text.substring(run.start(3)) : text;
    }

    /// A bare number must not be a time; behind a word it may be anything but a length of its own.
    private static boolean isNumber(String text, Matcher match) {
        String after = text.substring(match.end());
        boolean isTime = Pattern.compile("^\\s*(?:" + UNIT + "|:\\d|[-–~～]\\s*\\d+(?:\\.\\d+)?\\s*" + UNIT + ")")
                .matcher(after)
                .find();
        boolean isWord = !after.isEmpty() && Character.isLetter(after.charAt(0)) && after.charAt(0) < 128;
        boolean isChinese = match.group("number").codePointAt(0) > 128;
        boolean hasWord = match.group("word") != null;
        boolean hasDigit = match.group("number").chars().anyMatch(Character::isDigit);
        if (!hasWord && hasDigit && number(match.group("number")) > MOST_SHOTS) {
            return false;
        }
        return hasWord ? !isTime && (hasDigit || isChinese) : !isTime && hasDigit && !isWord;
    }

    private static int number(String written) {
        return ShotMarks.number(written.replace('O', '0').replace('o', '0'));
    }

    private static OptionalDouble seconds(String text) {
        Matcher range = RANGE.matcher(text);
        while (range.find()) {
            boolean isClock = range.group("to").indexOf(':') >= 0;
            double length = ShotMarks.seconds(range.group("to")) - ShotMarks.seconds(range.group("from"));
            if ((isClock || range.group("unit") != null) && length > 0 && length <= LONGEST) {
                return OptionalDouble.of(length);
            }
        }
        Matcher labelled = LABELLED.matcher(text);
        if (labelled.find()) {
            return length(labelled.group("length"));
        }
        Matcher length = LENGTH.matcher(text);
        while (length.find()) {
            OptionalDouble seconds = length(length.group("length"));
            if (seconds.isPresent()) {
                return seconds;
            }
        }
        return OptionalDouble.empty();
    }

    private static OptionalDouble length(String written) {
        if (written.chars().noneMatch(Character::isDigit)) {
            return OptionalDouble.empty();
        }
        double seconds = Double.parseDouble(
                written.replace('O', '0').replace('l', '1').replace('I', '1').replace('．', '.'));
        return seconds > 0 && seconds <= LONGEST ? OptionalDouble.of(seconds) : OptionalDouble.empty();
    }

    /// Puts an opening mark to a closing one where a scanner lost it: at the start of the last sentence.
    private static String quoted(String text) {
        Matcher unopened = UNOPENED.matcher(text);
        return unopened.matches()
                ? unopened.group("before") + "“" + unopened.group("line") + "”" + unopened.group("after")
                : text;
    }

    /// A prompt is typed, a caption is scanned.
    private static List<Speech> spaced(List<Speech> dialogue) {
        return dialogue.stream()
                .map(speech -> new Speech(speech.speaker(), LostSpaces.put(speech.words())))
                .toList();
    }

    /// Puts the lost spaces back between camera words.
    private static String spaced(String text) {
        Matcher run = LATIN_RUN.matcher(text);
        return run.replaceAll(found -> {
            String spaced = found.group();
            for (Joined joined : JOINED) {
                spaced = joined.pattern().matcher(spaced).replaceAll(" $1 $2 ");
            }
            return Matcher.quoteReplacement(spaced.strip().replaceAll("  +", " "));
        });
    }

    /// The first music that is named, for a prompt as a whole.
    static Optional<String> music(String text) {
        return SpokenWords.of(text).music().stream().findFirst();
    }
}
