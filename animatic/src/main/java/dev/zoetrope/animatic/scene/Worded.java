package dev.zoetrope.animatic.scene;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Something that words can name, in English and Chinese.
interface Worded {
    Pattern pattern();

    /// The name of the enum's constant.
    String name();

    /// Words that name nothing but this.
    default String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// A pattern of whole English words and of Chinese parts.
    ///
    /// @param english alternatives, each a whole word
    /// @param chinese alternatives
    static Pattern pattern(String english, String chinese) {
        return Pattern.compile("\\b(?:" + english + ")\\b|" + chinese, Pattern.CASE_INSENSITIVE);
    }

    /// What the words name first; of several at one place the one that stands first in the list.
    static <W extends Worded> Optional<W> first(List<W> choices, String words) {
        record At<W>(W choice, int place) {}
        return choices.stream()
                .map(choice -> new At<>(choice, place(choice, words)))
                .filter(at -> at.place >= 0)
                .min(Comparator.comparingInt(At::place))
                .map(At::choice);
    }

    /// Where the words name it, or -1.
    static int place(Worded choice, String words) {
        Matcher matcher = choice.pattern().matcher(words);
        return matcher.find() ? matcher.start() : -1;
    }
}
