package dev.zoetrope.animatic.director;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Takes a prompt apart at its shot marks: by number (镜头1：, 分镜2, 【镜头一】, `Shot 3:`) or by time (`0-3s:`, 第1-3秒,
/// `[0-4s]`).
///
/// A mark stands at the start of a clause. A single time range is no mark: it may be the length of the film.
final class ShotMarks {
    private static final String SECONDS = "(?:s\\b|秒|sec(?:ond)?s?\\b)";

    private static final String RANGE = "(?:第\\s*)?(?<from>\\d+(?::\\d\\d)?(?:\\.\\d+)?)\\s*" + SECONDS
            + "?\\s*(?:[-–—~～]|至|到)\\s*(?<to>\\d+(?::\\d\\d)?(?:\\.\\d+)?)\\s*";

    private static final Pattern NUMBERED = Pattern.compile(
            "(?:[【\\[(（]\\s*)?(?:镜头|分镜|画面|场景|镜号|\\bshot|\\bscene|\\bpanel|\\bSC)\\s*#?"
                    + "(?<number>\\d{1,2}|[一二三四五六七八九十]{1,3})(?:[-–]\\d{1,2})?(?![\\d秒s%])\\s*[】\\])）]?"
                    + "\\s*[:：.、,，|–—-]?",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern TIMED = Pattern.compile(
            "(?:[【\\[(（]\\s*)?(?:" + RANGE + "(?<unit>" + SECONDS + ")?|(?<length>\\d+(?:\\.\\d+)?)\\s*" + SECONDS
                    + ")\\s*[】\\])）]?\\s*[:：.、,，|–—-]?",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern CLAUSE_START = Pattern.compile("(?:^|[\\n。；;：:.!！?？,，、|\\])）】}”\"])\\s*$");

    private static final String DIGITS = "一二三四五六七八九";

    /// A prompt taken apart.
    ///
    /// @param preamble the words before the first mark, which hold for the whole film
    /// @param shots in the order of the marks, empty when there are none
    record Marked(String preamble, List<Part> shots) {}

    /// The words behind one mark.
    ///
    /// @param number of the shot as the prompt counts, from 1
    /// @param seconds how long it is to be, when the mark says so
    /// @param text the words, without the mark
    record Part(int number, OptionalDouble seconds, String text) {}

    private record Mark(int start, int end, int number, OptionalDouble seconds, double from) {}

    private ShotMarks() {}

    static Marked split(String prompt) {
        List<Mark> marks = numbered(prompt);
        if (marks.isEmpty()) {
            marks = timed(prompt);
        }
        if (marks.isEmpty()) {
            return new Marked(prompt, List.of());
        }
        var shots = new ArrayList<Part>();
        for (int i = 0; i < marks.size(); i++) {
            Mark mark = marks.get(i);
            int end = i + 1 < marks.size() ? marks.get(i + 1).start() : prompt.length();
            shots.add(new Part(
                    mark.number(),
                    mark.seconds(),
                    prompt.substring(mark.end(), end).strip()));
        }
        return new Marked(prompt.substring(0, marks.getFirst().start()).strip(), List.copyOf(shots));
    }

    /// Marks with ascending numbers from 1; a length right behind the number belongs to it.
    private static List<Mark> numbered(String prompt) {
        var marks = new ArrayList<Mark>();
        Matcher matcher = NUMBERED.matcher(prompt);
        int last = 0;
        while (matcher.find()) {
            int number = number(matcher.group("number"));
            if (number <= last || number > last + 9 || !isMark(prompt, matcher)) {
                continue;
            }
            last = number;
            Mark time = timeAt(prompt, matcher.end());
            marks.add(new Mark(
                    matcher.start(),
                    time == null ? matcher.end() : time.end(),
                    number,
                    time == null ? OptionalDouble.empty() : time.seconds(),
                    0));
        }
        // A single mark with another number is a way of speaking ("in shot 3: only one").
        boolean counts = !marks.isEmpty() && (marks.getFirst().number() == 1 || marks.size() > 1);
        return counts ? marks : List.of();
    }

    private static boolean isMark(String prompt, Matcher matcher) {
        String mark = matcher.group().strip();
        return CLAUSE_START.matcher(prompt.substring(0, matcher.start())).find()
                || mark.endsWith(":")
                || mark.endsWith("：");
    }

    private static @Nullable Mark timeAt(String prompt, int at) {
        Matcher matcher = TIMED.matcher(prompt).region(at, prompt.length());
        return matcher.lookingAt() ? time(matcher, 0) : null;
    }

    /// Time ranges that follow one another.
    private static List<Mark> timed(String prompt) {
        var marks = new ArrayList<Mark>();
        Matcher matcher = TIMED.matcher(prompt);
        double last = 0;
        while (matcher.find()) {
            boolean hasUnit = matcher.group("unit") != null || isClock(matcher.group("to"));
            if (matcher.group("from") == null
                    || !hasUnit
                    || !CLAUSE_START
                            .matcher(prompt.substring(0, matcher.start()))
                            .find()) {
                continue;
            }
            Mark mark = time(matcher, marks.size() + 1);
            if (mark.seconds().orElse(0) > 0 && mark.from() >= last) {
                last = mark.from();
                marks.add(mark);
            }
        }
        return marks.size() > 1 ? marks : List.of();
    }

    private static Mark time(Matcher matcher, int number) {
        if (matcher.group("from") == null) {
            double length = Double.parseDouble(matcher.group("length"));
            return new Mark(matcher.start(), matcher.end(), number, positive(length), 0);
        }
        double from = seconds(matcher.group("from"));
        double to = seconds(matcher.group("to"));
        return new Mark(matcher.start(), matcher.end(), number, positive(to - from), from);
    }

    private static OptionalDouble positive(double seconds) {
        return seconds > 0 ? OptionalDouble.of(seconds) : OptionalDouble.empty();
    }

    private static boolean isClock(@Nullable String time) {
        return time != null && time.indexOf(':') >= 0;
    }

    /// Seconds from a number or a clock like 1:05.
    static double seconds(String time) {
        int colon = time.indexOf(':');
        return colon < 0
                ? Double.parseDouble(time)
                : 60 * Double.parseDouble(time.substring(0, colon)) + Double.parseDouble(time.substring(colon + 1));
    }

    /// Arabic, or Chinese up to 99: 十二 is 12, 二十 is 20.
    static int number(String written) {
        if (Character.isDigit(written.charAt(0))) {
            return Integer.parseInt(written);
        }
        int ten = written.indexOf('十');
        if (ten < 0) {
            return DIGITS.indexOf(written.charAt(written.length() - 1)) + 1;
        }
        int tens = ten == 0 ? 1 : DIGITS.indexOf(written.charAt(ten - 1)) + 1;
        int ones = ten + 1 < written.length() ? DIGITS.indexOf(written.charAt(ten + 1)) + 1 : 0;
        return 10 * tens + ones;
    }
}
