package dev.zoetrope.animatic.sound;

import dev.zoetrope.animatic.Sound.Effect;
import dev.zoetrope.animatic.Timeline;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/// The sounds that things make, known by their words: which there are, and where in a stretch of film they are heard.
public final class Foley {
    /// The things that are heard.
    public enum Thing {
        FOOTSTEPS("footsteps"),
        DOOR("door"),
        KNOCK("knock"),
        THUNDER("thunder"),
        BIRDS("birds"),
        BELL("bell"),
        PHONE("phone rings"),
        ENGINE("engine"),
        DOG("dog barks"),
        EXPLOSION("explosion"),
        GLASS("glass breaks"),
        HEARTBEAT("heartbeat"),
        CLOCK("clock"),
        WHOOSH("whoosh"),
        SPLASH("splash"),
        APPLAUSE("applause");

        private final String words;

        Thing(String words) {
            this.words = words;
        }

        /// What it is called in a timeline; [#things] knows it by that.
        public String words() {
            return words;
        }
    }

    private static final Map<Thing, Pattern> WORDS = words();

    /// A sound may ring on after its stretch for so long, in samples.
    private static final int RING = Score.SAMPLE_RATE * 7 / 10;

    private static final int PER_FRAME = Score.SAMPLE_RATE / Timeline.FRAMES_PER_SECOND;

    private Foley() {}

    private static Map<Thing, Pattern> words() {
        var words = new EnumMap<Thing, Pattern>(Thing.class);
        words.put(Thing.FOOTSTEPS, pattern("脚步|\\b(?:foot ?steps?|walking steps|steps echo\\w*)\\b"));
        words.put(
                Thing.DOOR,
                pattern("关门|开门|推门|门(?:被|猛地|砰|吱)|吱呀|\\bdoor (?:opens?|clos\\w+|slams?|creaks?)|\\b(?:open|clos|slam)\\w*"
                        + " (?:the |a )?door\\b|^\\W*(?:a )?door\\W*$"));
        words.put(Thing.KNOCK, pattern("敲门|叩门|\\bknock\\w*\\b"));
        words.put(Thing.THUNDER, pattern("雷(?!锋|达|同)|闪电|\\b(?:thunder\\w*|lightning)\\b"));
        words.put(Thing.BIRDS, pattern("鸟|\\b(?:birds?|birdsong|chirp\\w*|twitter\\w*)\\b"));
        words.put(Thing.BELL, pattern("钟声|铃铛|敲钟|\\b(?:bells?|chimes?)\\b"));
        words.put(Thing.PHONE, pattern("电话铃|手机响|电话响|\\b(?:phone|telephone) rings?\\b|\\bringtone\\b"));
        words.put(Thing.ENGINE, pattern("引擎|汽车声|发动机|马达|\\b(?:engines?|motor|car (?:passes|drives|starts))\\b"));
        words.put(Thing.DOG, pattern("狗叫|犬吠|汪汪|\\b(?:dog barks?|barking|barks|woof)\\b"));
        words.put(Thing.EXPLOSION, pattern("爆炸|炸裂|轰鸣|\\b(?:explo\\w+|blast|boom)\\b"));
        words.put(Thing.GLASS, pattern("玻璃碎|打碎|\\b(?:glass (?:breaks?|shatters?)|shatter\\w*|breaking glass)\\b"));
        words.put(Thing.HEARTBEAT, pattern("心跳|\\bheart ?beats?\\b"));
        words.put(Thing.CLOCK, pattern("滴答|时钟|\\b(?:tick(?:ing|s)?|clock)\\b"));
        words.put(Thing.WHOOSH, pattern("嗖|呼啸而过|\\b(?:whoosh\\w*|swoosh\\w*|swish\\w*)\\b"));
        words.put(Thing.SPLASH, pattern("溅|落水|扑通|\\bsplash\\w*\\b"));
        words.put(Thing.APPLAUSE, pattern("掌声|鼓掌|\\b(?:applau\\w+|clapping)\\b"));
        return words;
    }

    private static Pattern pattern(String alternatives) {
        return Pattern.compile(alternatives, Pattern.CASE_INSENSITIVE);
    }

    /// The things that words name, in the order of their kinds.
    public static Set<Thing> things(String words) {
        var things = EnumSet.noneOf(Thing.class);
        for (Thing thing : Thing.values()) {
            if (Objects.requireNonNull(WORDS.get(thing)).matcher(words).find()) {
                things.add(thing);
            }
        }
        return things;
    }

    /// Mixes what an effect's words name into the film's sound. Words that name nothing known add nothing.
    static void addTo(float[] samples, Effect effect, long seed) {
        int start = Math.clamp((long) effect.start() * PER_FRAME, 0, samples.length);
        int end = Math.clamp(((long) effect.start() + effect.length()) * PER_FRAME, start, samples.length);
        int last = Math.min(samples.length, end + RING);
        for (Thing thing : things(effect.words())) {
            float[] heard = new float[last - start];
            double seconds = (double) (end - start) / Score.SAMPLE_RATE;
            new Noises(heard, seed * 31 + thing.words().hashCode() + effect.start()).make(thing, seconds);
            fade(heard, Math.min(RING, heard.length / 3));
            for (int i = 0; i < heard.length; i++) {
                samples[start + i] += heard[i];
            }
        }
    }

    private static void fade(float[] heard, int length) {
        for (int i = 0; i < length; i++) {
            float level = (float) i / length;
            heard[heard.length - 1 - i] *= level * level * (3 - 2 * level);
        }
    }
}
