package dev.zoetrope.animatic.director;

import dev.zoetrope.animatic.director.ReferenceRoles.Medium;
import dev.zoetrope.animatic.director.ReferenceRoles.Role;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a prompt wants done with a video that came with it: "extend Video 1", 将@视频1延长5s, "strictly edit <Video_1>",
/// 把视频1中的猫替换成狗. Where it names no number, the first video is meant.
///
/// @param use what is wanted
/// @param clip the video's index, from 0
record ClipWords(ClipWords.Use use, int clip) {
    /// What a video is for.
    enum Use {
        /// Its camera may be followed; it is not seen.
        REFERENCE,
        /// The film begins with its end and goes on from there.
        EXTEND,
        /// The film is the video itself.
        EDIT
    }

    private static final String NAME =
            "[@\\[<【]*\\s*(?:videos?|clips?|footage|视频|影片)[ _]?(?<number>\\d{1,2})?\\s*[\\]>】]*";

    private static final String BETWEEN_WORDS = "(?:\\s|the|this|that|my|our|given|from|by|of|in|@|<|\\[)*";

    private static final Pattern EXTEND = words("(?:\\bexten(?:ds?|ding|sion of)\\b|\\bcontinu(?:e|es|ing|ation of)\\b|"
            + "\\bprolong\\b|延长|续写|续拍|接着|延续)" + BETWEEN_WORDS + NAME + "|" + NAME.replace("number", "number2")
            + "\\s*(?:向[前后])?(?:再)?(?:延长|续写|续拍|延续)");

    private static final Pattern EDIT = words("(?:\\b(?:re-?)?edit(?:s|ing)?\\b|\\bmodify\\b|\\bretouch\\b|编辑|修改)"
            + BETWEEN_WORDS + NAME
            + "|(?:\\breplace\\b|\\bremove\\b|\\bchange\\b)[^.;!?。；！？\\n]{1,60}?\\b(?:in|from|of)\\s+"
            + BETWEEN_WORDS + NAME.replace("number", "number2") + "|" + NAME.replace("number", "number3")
            + "[^,.;!?，。；！？\\n]{0,20}(?:替换|换成|改成|改为|去掉|移除|删除)");

    /// What stands before says that it is not wanted.
    private static final Pattern DENIED = words("(?:\\bno|\\bnot|\\bdon't|\\bnever|\\bwithout|不要|不|别|无需)\\s*$");

    private static Pattern words(String alternatives) {
        return Pattern.compile(alternatives, Pattern.CASE_INSENSITIVE);
    }

    /// What is wanted; empty where there is no video or the prompt names one that is not there.
    static Optional<ClipWords> find(String prompt, int clips) {
        if (clips == 0) {
            return Optional.empty();
        }
        Optional<ClipWords> extended = find(EXTEND, Use.EXTEND, prompt, clips, List.of("number", "number2"));
        return extended.isPresent()
                ? extended
                : find(EDIT, Use.EDIT, prompt, clips, List.of("number", "number2", "number3"));
    }

    private static Optional<ClipWords> find(Pattern pattern, Use use, String prompt, int clips, List<String> numbers) {
        Matcher matcher = pattern.matcher(prompt);
        while (matcher.find()) {
            if (DENIED.matcher(prompt.substring(0, matcher.start())).find()) {
                continue;
            }
            int clip = numbers.stream()
                    .map(matcher::group)
                    .filter(written -> written != null)
                    .mapToInt(written -> Integer.parseInt(written) - 1)
                    .findFirst()
                    .orElse(0);
            if (clip >= 0 && clip < clips) {
                return Optional.of(new ClipWords(use, clip));
            }
        }
        return Optional.empty();
    }

    /// The video whose camera is to be followed, by its index.
    static Optional<Integer> followed(List<ReferenceRoles.Named> roles, int clips) {
        return roles.stream()
                .filter(named -> named.medium() == Medium.VIDEO && named.role() == Role.MOTION)
                .map(named -> named.number() - 1)
                .filter(index -> index >= 0 && index < clips)
                .findFirst();
    }
}
