package dev.zoetrope.animatic.voice;

/// The languages that lines are told apart by.
public enum Language {
    ENGLISH,
    CHINESE,
    /// Any other: no engine here speaks it.
    OTHER;

    /// The language of a line, by its script: Chinese where there are ideographs and no kana, English where all
    /// letters are Latin.
    public static Language of(String words) {
        boolean isLatin = true;
        boolean hasHan = false;
        boolean hasOther = false;
        int[] letters = words.codePoints().filter(Character::isLetter).toArray();
        for (int letter : letters) {
            Character.UnicodeScript script = Character.UnicodeScript.of(letter);
            hasHan |= script == Character.UnicodeScript.HAN;
            isLatin &= script == Character.UnicodeScript.LATIN;
            hasOther |= script != Character.UnicodeScript.HAN && script != Character.UnicodeScript.LATIN;
        }
        if (hasOther) {
            return OTHER;
        }
        return hasHan || !isLatin ? CHINESE : ENGLISH;
    }
}
