package dev.zoetrope.animatic.voice;

import java.util.Optional;

/// No words, but their rhythm: a hummed tone for each syllable, a pause for each mark. For languages that no engine
/// at hand speaks.
final class Murmur implements Engine {
    private static final double SYLLABLE = 0.19;
    private static final double PAUSE = 0.22;

    /// Where the hum has its formant, in Hz: a closed mouth.
    private static final double FORMANT = 420;

    private static final double LOUDNESS = 0.25;

    @Override
    public String name() {
        return "murmur";
    }

    @Override
    public Optional<float[]> speak(String words, Voice voice, double pace) {
        int[] letters = words.codePoints().limit(1000).toArray();
        double seconds = 0;
        for (int i = 0; i < letters.length; i++) {
            seconds += isSyllable(letters, i) ? SYLLABLE : isPause(letters[i]) ? PAUSE : 0;
        }
        if (seconds == 0) {
            return Optional.empty();
        }
        var samples = new float[(int) (seconds / pace * Speaking.SAMPLE_RATE) + 1];
        double at = 0;
        int syllables = 0;
        for (int i = 0; i < letters.length; i++) {
            if (isSyllable(letters, i)) {
                // The melody falls over the line and moves with each syllable's own letter.
                double lift = 1 + 0.05 * ((letters[i] % 7) - 3) / 3 - 0.12 * i / letters.length;
                hum(samples, at / pace, SYLLABLE / pace, voice.pitch() * lift, voice.tract());
                at += SYLLABLE;
                syllables++;
            } else if (isPause(letters[i])) {
                at += PAUSE;
            }
        }
        return syllables == 0 ? Optional.empty() : Optional.of(samples);
    }

    /// Each ideograph or kana is a syllable; of other scripts about each vowel that follows no vowel.
    private static boolean isSyllable(int[] letters, int index) {
        int letter = letters[index];
        if (!Character.isLetterOrDigit(letter)) {
            return false;
        }
        if (Character.isIdeographic(letter) || letter > 0x2E80) {
            return true;
        }
        boolean startsWord = index == 0 || !Character.isLetterOrDigit(letters[index - 1]);
        return startsWord || index % 3 == 0;
    }

    private static boolean isPause(int letter) {
        return ",.;:!?，。；：！？、…—".indexOf(letter) >= 0;
    }

    private static void hum(float[] samples, double start, double length, double pitch, double tract) {
        int from = (int) (start * Speaking.SAMPLE_RATE);
        int count = Math.min((int) (length * 0.92 * Speaking.SAMPLE_RATE), samples.length - from);
        int partials = 6;
        for (int i = 0; i < count; i++) {
            double share = (double) i / count;
            double shape = StrictMath.sin(Math.PI * share);
            double phase = 2 * Math.PI * pitch * i / Speaking.SAMPLE_RATE;
            double sum = 0;
            for (int k = 1; k <= partials; k++) {
                double far = (k * pitch - FORMANT * tract) / 260;
                sum += StrictMath.sin(k * phase) / (1 + far * far) / k;
            }
            samples[from + i] += (float) (LOUDNESS * shape * sum);
        }
    }
}
