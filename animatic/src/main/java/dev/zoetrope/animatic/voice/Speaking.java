package dev.zoetrope.animatic.voice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Speaks lines in their language, as well as this machine can: English always, Chinese where espeak-ng is installed,
/// and a murmur in the rhythm of the words where neither speaks.
///
/// The same line, voice and pace give the same samples on machines with the same engines. Thread-safe; keep one for
/// the life of the process, as the first English line reads a lexicon.
public final class Speaking {
    /// Samples a second.
    public static final int SAMPLE_RATE = 48_000;

    /// Below this share of the loudest sample the ends of a line are silence.
    private static final float SILENCE = 0.012f;

    /// Kept around the sound, with a fade, so that no line starts or ends with a click: 8 ms.
    private static final int MARGIN = SAMPLE_RATE * 8 / 1000;

    private static final Speaking INSTALLED = new Speaking(engines());

    private final Map<Language, List<Engine>> engines;

    private Speaking(Map<Language, List<Engine>> engines) {
        this.engines = engines;
    }

    /// With all engines of this machine, looked for once.
    public static Speaking installed() {
        return INSTALLED;
    }

    /// With the murmur alone, as on a machine without engines.
    static Speaking murmuring() {
        var none = new EnumMap<Language, List<Engine>>(Language.class);
        for (Language language : Language.values()) {
            none.put(language, List.of(new Murmur()));
        }
        return new Speaking(none);
    }

    private static Map<Language, List<Engine>> engines() {
        var chinese = new ArrayList<Engine>();
        EspeakEngine.find().ifPresent(chinese::add);
        chinese.add(new Murmur());
        var engines = new EnumMap<Language, List<Engine>>(Language.class);
        engines.put(Language.ENGLISH, List.of(new FreeTtsEngine(), new Murmur()));
        engines.put(Language.CHINESE, List.copyOf(chinese));
        engines.put(Language.OTHER, List.of(new Murmur()));
        return engines;
    }

    /// Speaks a line. Blocking: milliseconds, at the first English line about a second.
    ///
    /// @param pace 1 as people talk, 2 twice as fast
    /// @return no samples where there is nothing to say, as in "..."
    public Said say(String words, Voice voice, double pace) {
        for (Engine engine : engines.getOrDefault(Language.of(words), List.of())) {
            var spoken = engine.speak(words, voice, pace);
            if (spoken.isPresent()) {
                float[] trimmed = trimmed(spoken.get());
                if (trimmed.length > 0) {
                    return new Said(trimmed, engine.name(), !(engine instanceof Murmur));
                }
            }
        }
        return new Said(new float[0], "silence", false);
    }

    /// How long a line takes at the usual pace, in seconds: what a director needs to give its shot the time. Speaks
    /// it to know.
    public double seconds(String words, Voice voice) {
        return say(words, voice, 1).seconds();
    }

    /// Without the silence at both ends, and with a short fade there.
    private static float[] trimmed(float[] samples) {
        float loudest = 0;
        for (float sample : samples) {
            loudest = Math.max(loudest, Math.abs(sample));
        }
        float least = loudest * SILENCE;
        int first = 0;
        while (first < samples.length && Math.abs(samples[first]) <= least) {
            first++;
        }
        int end = samples.length;
        while (end > first && Math.abs(samples[end - 1]) <= least) {
            end--;
        }
        if (first == end) {
            return new float[0];
        }
        float[] line = Arrays.copyOfRange(samples, Math.max(0, first - MARGIN), Math.min(samples.length, end + MARGIN));
        int fade = Math.min(MARGIN, line.length / 2);
        for (int i = 0; i < fade; i++) {
            float level = (float) i / fade;
            line[i] *= level;
            line[line.length - 1 - i] *= level;
        }
        return line;
    }
}
