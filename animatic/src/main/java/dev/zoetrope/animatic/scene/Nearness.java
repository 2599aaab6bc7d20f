package dev.zoetrope.animatic.scene;

import java.util.regex.Pattern;

/// How near the camera is in a scene.
public enum Nearness implements Worded {
    NEAR("near|close[- ]?ups?|close shot|macro|extreme close", "特写|近景|微距"),
    MEDIUM("medium|mid[- ]?shot|medium shot|full shot|full body", "中景|半身|全身|全景"),
    WIDE("wide|wide[- ]?(?:shot|angle)|long shot|establishing|aerial|panorama", "远景|广角|航拍|大全景|鸟瞰|俯瞰");

    private final Pattern pattern;

    Nearness(String english, String chinese) {
        pattern = Worded.pattern(english, chinese);
    }

    @Override
    public Pattern pattern() {
        return pattern;
    }
}
