package dev.zoetrope.animatic.scene;

import java.util.regex.Pattern;

/// The season of a scene, which colours grass and leaves.
public enum Season implements Worded {
    SPRING("spring|blossoms?|cherry blossoms?|sakura", "春|樱花|桃花|花瓣"),
    SUMMER("summer", "夏"),
    AUTUMN("autumn|fall leaves|autumnal|maples?|fallen leaves", "秋|枫|落叶"),
    WINTER("winter|wintry|snow|snowy|snowfall|blizzard|frozen|ice|icy", "冬|雪|冰封");

    private final Pattern pattern;

    Season(String english, String chinese) {
        pattern = Worded.pattern(english, chinese);
    }

    @Override
    public Pattern pattern() {
        return pattern;
    }
}
