package dev.zoetrope.animatic.scene;

import java.util.regex.Pattern;

/// The colours that a scene is drawn in.
public enum Tint implements Worded {
    NEON("neon|cyberpunk|synthwave|vaporwave", "霓虹|赛博"),
    INK("ink|ink wash|sumi-?e|brush painting", "水墨|国画|墨"),
    MONOCHROME("monochrome|black[- ]and[- ]white|noir|grayscale|greyscale", "黑白|灰度"),
    NATURAL("natural", "自然色");

    private final Pattern pattern;

    Tint(String english, String chinese) {
        pattern = Worded.pattern(english, chinese);
    }

    @Override
    public Pattern pattern() {
        return pattern;
    }
}
