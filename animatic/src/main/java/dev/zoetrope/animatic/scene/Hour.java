package dev.zoetrope.animatic.scene;

import java.util.regex.Pattern;

/// The time of day of a scene.
public enum Hour implements Worded {
    DAWN("dawn|sunrise|daybreak|morning|first light", "黎明|日出|清晨|早晨|破晓|拂晓|晨光|晨曦"),
    DUSK("sunset|dusk|evening|golden hour|twilight|nightfall|setting sun", "黄昏|日落|夕阳|傍晚|暮色|落日|晚霞"),
    NIGHT(
            "night|nights|midnight|moon|moonlight|moonlit|stars|starry|starlight|nighttime|neon|cyberpunk",
            "夜|月(?!份|球)|星空|繁星|凌晨|霓虹|赛博"),
    DAY("day|daylight|daytime|noon|midday|afternoon|sunny|sunlight|sunlit", "白天|正午|中午|下午|阳光|晴天|晴朗|午后");

    private final Pattern pattern;

    Hour(String english, String chinese) {
        pattern = Worded.pattern(english, chinese);
    }

    @Override
    public Pattern pattern() {
        return pattern;
    }
}
