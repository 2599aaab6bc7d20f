package dev.zoetrope.animatic.director;

import dev.zoetrope.animatic.Timeline.Move.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The camera's vocabulary in Chinese and English, as the guides to Seedance list it. A word counts only where it means
/// the camera: 推门 opens a door, 手持长剑 holds a sword, and a frying pan turns nowhere.
final class MoveWords {
    /// A move that was named.
    ///
    /// @param choices the moves it may mean; two when a direction is missing
    /// @param words as written
    /// @param at where in the text
    record Named(List<Kind> choices, String words, int at) {
        boolean touches(Named other) {
            return at < other.at + other.words.length() && other.at < at + words.length();
        }
    }

    private record Entry(Pattern pattern, List<Kind> choices) {}

    /// The camera is the subject, and at most six signs of the same clause stand between.
    private static final String LENS = "(?:镜头|机位|摄影机|相机|运镜)[^，。；,.;！!？?\\n]{0,6}?";

    private static final String CAMERA = "camera (?:\\w+ ){0,2}?";

    private static final String ALONE = "(?<!\\p{IsHan})%s(?!\\p{IsHan})";

    private static final Pattern DENIED = Pattern.compile(
            "(?:不要|不用|避免|禁止|没有|无|别|不|\\bno|\\bnot|\\bwithout|\\bavoid|\\bdon't)[\\s]*$", Pattern.CASE_INSENSITIVE);

    private static final Pattern LEFT = Pattern.compile("左|\\bleft\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern RIGHT = Pattern.compile("右|\\bright\\b", Pattern.CASE_INSENSITIVE);

    private static final List<Entry> ENTRIES = List.of(
            entry("(?:推拉|变焦|zoom)[^，。；,.;\\n]{0,4}(?:拉远|拉出|out\\b)", Kind.PULL_OUT),
            entry(
                    "希区柯克|滑动变焦|推轨变焦|眩晕(?:镜头|变焦)|\\b(?:dolly|trombone|contra)[ -]?zoom|\\bzolly\\b"
                            + "|\\bvertigo (?:effect|shot|zoom)",
                    Kind.DOLLY_ZOOM),
            entry("变焦|\\bzoom(?:s|ing)?(?:[ -]?in)?\\b(?!\\s*(?:out|call))", Kind.PUSH_IN),
            entry(
                    LENS + "推(?!门|开)|推(?:镜|近|进|轨|至|到)|(?:缓|慢|快|急|速|前|地)推(?!门|开)|" + ALONE.formatted("推") + "|推、|推拉"
                            + "|\\b(?:push|dolly|truck)(?:s|es|ing)?[ -]?(?:slowly )?(?:in|forward|closer)\\b|" + CAMERA
                            + "(?:push|move|dolly|glide)(?:s|es|ing)? (?:in(?:to)?|forward|closer|towards?)\\b"
                            + "|\\bdolly(?: shot)?\\b(?!\\s*(?:out|back|left|right|zoom))",
                    Kind.PUSH_IN),
            entry(
                    LENS + "(?:后拉|拉(?!升|手|门|窗))|拉(?:镜|远|出)|(?:缓|慢|快|急|后)拉(?!手|门)|" + ALONE.formatted("拉")
                            + "|\\b(?:pull|dolly)(?:s|ing)?[ -]?(?:slowly )?(?:back|out)\\b|" + CAMERA
                            + "(?:pull|move|back)(?:s|ing)? (?:back|out|away)\\b",
                    Kind.PULL_OUT),
            entry(LENS + "(?:上摇|上仰|仰起)|仰摇|上摇|\\btilt(?:s|ing)?[ -](?:slowly )?up\\b", Kind.TILT_UP),
            entry(LENS + "下摇|俯摇|下摇|\\btilt(?:s|ing)?[ -](?:slowly )?down\\b", Kind.TILT_DOWN),
            entry(CAMERA + "tilts?\\b|\\btilt shot", Kind.TILT_UP, Kind.TILT_DOWN),
            entry(
                    LENS + "摇(?!臂|晃|摆|头)|[左右]摇(?!晃|摆)|横摇|急摇|甩镜|摇(?:镜|至|拍)|" + ALONE.formatted("摇")
                            + "|\\b(?:whip[ -]pan|pans|panning)\\b|" + CAMERA + "pan\\b"
                            + "|\\bpan(?:[ -](?:shot|across|over|around|to|left|right|slowly))"
                            + "|\\b(?:slow|quick|fast|gentle|left|right)[ -]pan\\b",
                    Kind.PAN_LEFT,
                    Kind.PAN_RIGHT),
            entry(
                    LENS + "(?:横移|平移|侧移|移(?!走|开))|横移|平移|侧移|[左右]移(?!开)|移镜|轨道|" + ALONE.formatted("移")
                            + "|\\btruck(?:s|ing)?[ -](?:shot|left|right)\\b|" + CAMERA
                            + "trucks?\\b|\\blateral (?:move|shot)"
                            + "|\\bslider\\b|\\btruck(?=$|\\s*[,.;])",
                    Kind.TRUCK_LEFT,
                    Kind.TRUCK_RIGHT),
            entry(
                    LENS + "跟|跟随|跟(?:拍|镜|随镜头|随拍摄|踪拍摄|踪镜头)|" + ALONE.formatted("跟")
                            + "|\\btracking\\b|\\b(?:track|follow)(?:s|ing)?[ -](?:shot|alongside|behind)|" + CAMERA
                            + "(?:follows?|tracks?)\\b|\\bsteadicam",
                    Kind.TRACK),
            entry(
                    LENS + "(?:上升|升起|升高|拉升|抬升)|(?:上升|升)镜头?|\\b(?:crane|pedestal|jib|boom)(?:s|ing)?[ -](?:shot )?up\\b|"
                            + CAMERA + "(?:rises|rise|ascends)\\b|航拍|\\baerial|\\bdrone (?:shot|view)",
                    Kind.CRANE_UP),
            entry(
                    LENS + "(?:下降|降下|降落|俯冲)|(?:下降|降)镜头?|\\b(?:crane|pedestal|jib|boom)(?:s|ing)?[ -](?:shot )?down\\b|"
                            + CAMERA + "(?:descends?|lowers?)\\b",
                    Kind.CRANE_DOWN),
            entry("升降|摇臂|\\b(?:crane|jib|pedestal)\\b(?:[ -]shot)?", Kind.CRANE_UP, Kind.CRANE_DOWN),
            entry(
                    LENS + "(?:环绕|绕)|(?:缓慢|慢速|快速|半|度)环绕|环绕(?:镜头|拍摄|运镜|摄|主体|人物|一周)|(?:弧形|绕)(?:摄|拍|绕)|360\\s*度|"
                            + ALONE.formatted("环绕") + "|\\borbit(?:s|ing|al)?\\b|\\barc shot|" + CAMERA
                            + "(?:circles|arcs)\\b|\\b360[- ]?degree",
                    Kind.ORBIT),
            entry("甩(?:镜头|镜|摄|摇)(?!转场)|\\bwhip[- ]?pan(?!\\w| transition)", Kind.WHIP_LEFT, Kind.WHIP_RIGHT),
            entry(LENS + "震|震屏|屏幕震动|\\bearthquake|\\bscreen shake|\\bimpact shake", Kind.SHAKE),
            entry(
                    "手持(?=$|[^\\p{IsHan}]|镜|摄|拍|感|跟|晃|运|风格|效果)|" + LENS
                            + "(?:晃|抖)|晃动|呼吸感|\\bhand[- ]?held\\b|\\bshaky\\b" + "|\\bcamera shake",
                    Kind.HANDHELD),
            entry(
                    "固定(?:镜头|机位|拍摄|视角)|" + LENS + "(?:固定|静止|不动)|(?:静止|固定)镜头|定镜|" + ALONE.formatted("固定") + "|"
                            + ALONE.formatted("静止")
                            + "|\\bstatic\\b(?! (?:noise|electric))|\\block(?:ed)?[- ](?:off|down)\\b|\\bfixed (?:camera|shot|frame)"
                            + "|" + CAMERA + "(?:still|fixed|locked)\\b|\\btripod\\b",
                    Kind.STATIC));

    private MoveWords() {}

    /// All moves that a text names, in its order; what is denied ("no zoom") is left out.
    static List<Named> find(String text) {
        var found = new ArrayList<Named>();
        for (Entry entry : ENTRIES) {
            Matcher matcher = entry.pattern().matcher(text);
            while (matcher.find()) {
                if (!DENIED.matcher(text.substring(0, matcher.start())).find()) {
                    found.add(new Named(
                            directed(entry.choices(), clause(text, matcher)), matcher.group(), matcher.start()));
                }
            }
        }
        return withoutDoubles(found);
    }

    /// The distinct moves of a text, in order of first mention.
    static List<List<Kind>> distinct(String text) {
        var kinds = new LinkedHashSet<List<Kind>>();
        find(text).forEach(named -> kinds.add(named.choices()));
        return List.copyOf(kinds);
    }

    private static Entry entry(String pattern, Kind... choices) {
        return new Entry(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE), List.of(choices));
    }

    /// The words around a match up to the next mark or a few signs on: "pan slowly to the left", 向左缓缓摇.
    private static String clause(String text, Matcher matcher) {
        int from = matcher.start();
        while (from > 0 && matcher.start() - from < 6 && !isStop(text.charAt(from - 1))) {
            from--;
        }
        int to = matcher.end();
        while (to < text.length() && to - matcher.end() < 24 && !isStop(text.charAt(to))) {
            to++;
        }
        return text.substring(from, to);
    }

    private static boolean isStop(char sign) {
        return ",.;:!?，。；：！？、\n".indexOf(sign) >= 0;
    }

    private static List<Kind> directed(List<Kind> choices, String clause) {
        if (choices.size() < 2 || choices.getFirst() == Kind.TILT_UP || choices.getFirst() == Kind.CRANE_UP) {
            return choices;
        }
        boolean left = LEFT.matcher(clause).find();
        boolean right = RIGHT.matcher(clause).find();
        if (left == right) {
            return choices;
        }
        return List.of(left ? choices.get(0) : choices.get(1));
    }

    /// Of matches that lie on each other the one of the earlier entry stays, being the more special.
    private static List<Named> withoutDoubles(List<Named> found) {
        var kept = new ArrayList<Named>();
        for (Named named : found) {
            if (kept.stream().noneMatch(named::touches)) {
                kept.add(named);
            }
        }
        kept.sort(Comparator.comparingInt(Named::at));
        return kept;
    }
}
