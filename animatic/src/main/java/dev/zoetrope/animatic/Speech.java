package dev.zoetrope.animatic;

/// Words that somebody says.
///
/// @param speaker who says them, as the prompt or the caption calls them; empty when it does not say
/// @param words what is said, without quotes
public record Speech(String speaker, String words) {
    /// A speaker of English says about this many words a second, by the usual 150 a minute of narration.
    private static final double WORDS_A_SECOND = 2.5;

    /// A speaker of Chinese says about this many characters a second.
    private static final double IDEOGRAPHS_A_SECOND = 4.5;

    /// A breath before and after, so that no line is cut off.
    private static final double BREATH = 0.5;

    /// How long it takes to say, in seconds, with a breath around it.
    public double seconds() {
        long ideographs = words.codePoints().filter(Character::isIdeographic).count();
        String rest = words.codePoints()
                .filter(letter -> !Character.isIdeographic(letter))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        long others = rest.isBlank()
                ? 0
                : java.util.Arrays.stream(rest.strip().split("\\s+"))
                        .filter(word -> word.codePoints().anyMatch(Character::isLetterOrDigit))
                        .count();
        return BREATH + ideographs / IDEOGRAPHS_A_SECOND + others / WORDS_A_SECOND;
    }
}
