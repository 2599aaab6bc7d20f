package dev.zoetrope.animatic.director;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds out what a prompt wants each reference for: "Image 2 is the character", 参考图2的风格, "Image 3 as the last
/// frame", 参考视频1的运镜. The role stands right behind the name, or right before it; only words like "is", "as",
/// "reference for" and 的 may stand between.
///
/// Stateless, thread-safe.
public final class ReferenceRoles {
    /// The media that prompts name; each is counted for itself, from 1.
    public enum Medium {
        IMAGE("Image", "images?|pictures?|图片?|图像"),
        VIDEO("Video", "videos?|视频"),
        AUDIO("Audio", "audios?|音频|录音");

        private final String title;
        private final Pattern name;

        Medium(String title, String words) {
            this.title = title;
            this.name = Pattern.compile(
                    "[@\\[<【]*\\s*(?<![\\p{L}&&[^\\p{IsHan}]])(?:" + words + ")[ _]?(?<number>\\d{1,2})\\s*[\\]>】]*",
                    Pattern.CASE_INSENSITIVE);
        }
    }

    /// What a reference may be wanted for.
    public enum Role {
        STORYBOARD("storyboard", "故事[版板]|分镜|宫格|镜头表|漫画|story[- ]?board|panels|shot list|comic"),
        FIRST_FRAME("first frame", "首帧|第一帧|起始帧|开头|(?:first|opening|start(?:ing)?) (?:frame|image|picture)"),
        LAST_FRAME("last frame", "尾帧|末帧|最后一帧|结尾|(?:last|final|end(?:ing)?|closing) (?:frame|image|picture)"),
        CHARACTER(
                "character", "角色|人物|主角|主人公|女主|男主|人设|形象|characters?|hero(?:ine)?|protagonist|identity|subject[ _]?\\d*"),
        STYLE("style", "风格|画风|色调|色彩|调色|质感|style|palette|colou?rs?|colou?r grading|aesthetic|look and feel"),
        MOTION("motion", "运镜|镜头运动|动作|运动|camera (?:move(?:ment)?s?|work|motion)|motion|movements?|choreography"),
        MUSIC("music", "音乐|配乐|背景音乐|bgm|节奏|旋律|music|score|sound ?track|rhythm|song"),
        VOICE("voice", "音色|声音|嗓音|voice|timbre");

        private final String title;
        private final Pattern behind;
        private final Pattern before;

        Role(String title, String words) {
            this.title = title;
            behind = Pattern.compile("^" + LINK + "(?:" + words + ")", Pattern.CASE_INSENSITIVE);
            before = Pattern.compile("(?:" + words + ")" + LINK + "$", Pattern.CASE_INSENSITIVE);
        }

        /// As people say it: `first frame`.
        public String title() {
            return title;
        }
    }

    /// What may stand between a name and its role.
    private static final String LINK =
            "(?:[\\s:：=@<>\\[\\]-]|参考|作为|当作|用作|提供|中的|里的|中|里|的|为|是|做|用|按照?|以|'s\\b|\\b(?:is|are|as|for|of|from|shows|gives|has|"
                    + "provides|sets|defines|the|a|an|our|main|reference|used|using|use|to|be|its|only)\\b)*";

    /// A reference and what the prompt wants it for.
    ///
    /// @param number as the prompt counts, from 1
    public record Named(Medium medium, int number, Role role) {}

    private ReferenceRoles() {}

    /// What is said, each reference once, in the order of the media.
    public static List<Named> find(String prompt) {
        var named = new ArrayList<Named>();
        for (Medium medium : Medium.values()) {
            Map<Integer, Role> roles = new TreeMap<>();
            Matcher name = medium.name.matcher(prompt);
            while (name.find()) {
                int number = Integer.parseInt(name.group("number"));
                role(prompt, name.start(), name.end()).ifPresent(role -> roles.putIfAbsent(number, role));
            }
            roles.forEach((number, role) -> named.add(new Named(medium, number, role)));
        }
        return List.copyOf(named);
    }

    private static Optional<Role> role(String prompt, int start, int end) {
        String rest = prompt.substring(end, clauseEnd(prompt, end));
        for (Role role : Role.values()) {
            if (role.behind.matcher(rest).find()) {
                return Optional.of(role);
            }
        }
        String already = prompt.substring(clauseStart(prompt, start), start);
        for (Role role : Role.values()) {
            if (role.before.matcher(already).find()) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }

    private static int clauseEnd(String prompt, int from) {
        int at = from;
        while (at < prompt.length() && ",.;!?，。；！？、\n".indexOf(prompt.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    private static int clauseStart(String prompt, int from) {
        int at = from;
        while (at > 0 && ",.;!?，。；！？、\n".indexOf(prompt.charAt(at - 1)) < 0) {
            at--;
        }
        return at;
    }

    /// The role of an image, by its index from 0.
    static Optional<Role> ofImage(List<Named> roles, int index) {
        return roles.stream()
                .filter(named -> named.medium() == Medium.IMAGE && named.number() == index + 1)
                .map(Named::role)
                .findFirst();
    }

    /// What the prompt wants of its references and a film drawn from pictures cannot give, a line each, for the log.
    ///
    /// @param images how many there are
    /// @param videos how many there are
    /// @param audios how many there are
    public static List<String> remarks(String prompt, int images, int videos, int audios) {
        var given = new EnumMap<Medium, Integer>(Medium.class);
        given.put(Medium.IMAGE, images);
        given.put(Medium.VIDEO, videos);
        given.put(Medium.AUDIO, audios);
        var remarks = new ArrayList<String>();
        for (Named named : find(prompt)) {
            String name = named.medium().title + " " + named.number();
            int count = given.getOrDefault(named.medium(), 0);
            if (named.number() < 1 || named.number() > count) {
                remarks.add(name + " is named as the " + named.role().title() + ", but there are " + count
                        + " references of its kind; it is passed over");
            } else {
                lack(named)
                        .ifPresent(lack ->
                                remarks.add(name + " is the " + named.role().title() + ": " + lack));
            }
        }
        return remarks;
    }

    private static Optional<String> lack(Named named) {
        return switch (named.role()) {
            case STORYBOARD, FIRST_FRAME, LAST_FRAME, MUSIC -> Optional.empty();
            case CHARACTER -> Optional.of("nobody is drawn into other pictures; it is shown only where there are none");
            case STYLE ->
                Optional.of(
                        named.medium() == Medium.IMAGE
                                ? "its colours and contrast are taken over, not its strokes; it is not shown"
                                : "pictures keep their own style and colours; name an image for them");
            case MOTION ->
                named.medium() == Medium.VIDEO
                        ? Optional.empty()
                        : Optional.of("moves come from words and videos, not from it");
            case VOICE -> Optional.of("lines are spoken by the voices of this machine");
        };
    }
}
