package dev.zoetrope.animatic.voice;

import com.sun.speech.freetts.en.us.cmu_us_kal.KevinVoiceDirectory;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Speaks English in this process by FreeTTS's diphones. The lexicon and the diphones are read at the first line,
/// which takes a second. Thread-safe; lines are spoken one after the other.
final class FreeTtsEngine implements Engine {
    private static final String SPEAKER = "kevin16";
    private static final double RECORDED_RATE = 16_000;

    /// Words a minute.
    private static final double USUAL_PACE = 155;

    /// Longer lines are no lines; the engine's memory grows with them.
    private static final int MOST_LETTERS = 1000;

    private final ReentrantLock lock = new ReentrantLock();
    private com.sun.speech.freetts.@Nullable Voice speaker;

    @Override
    public String name() {
        return "FreeTTS";
    }

    @Override
    public Optional<float[]> speak(String words, Voice voice, double pace) {
        String plain = plain(words);
        if (plain.codePoints().noneMatch(Character::isLetterOrDigit)) {
            return Optional.empty();
        }
        lock.lock();
        try {
            com.sun.speech.freetts.Voice recorded = speaker();
            // Played faster, the recorded speaker's throat is shorter; so pitch and pace are asked for lower.
            recorded.setPitch((float) (voice.pitch() / voice.tract()));
            recorded.setRate((float) (USUAL_PACE * pace / voice.tract()));
            var take = new RecordedSpeech();
            recorded.setAudioPlayer(take);
            return recorded.speak(plain)
                    ? Optional.of(
                            Resampler.resample(take.samples(), RECORDED_RATE * voice.tract() / Speaking.SAMPLE_RATE))
                    : Optional.empty();
        } catch (RuntimeException | Error e) {
            // The engine throws anything, Errors of its own as well, at words it does not know how to read.
            if (e instanceof VirtualMachineError fatal) {
                throw fatal;
            }
            speaker = null;
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    private com.sun.speech.freetts.Voice speaker() {
        com.sun.speech.freetts.Voice loaded = speaker;
        if (loaded == null) {
            loaded = Arrays.stream(new KevinVoiceDirectory().getVoices())
                    .filter(voice -> voice.getName().equals(SPEAKER))
                    .findFirst()
                    .orElseThrow();
            loaded.allocate();
            speaker = loaded;
        }
        return loaded;
    }

    /// The letters of the engine's time: ASCII, accents taken off, typographic marks as on a typewriter.
    private static String plain(String words) {
        String typed = Normalizer.normalize(words, Normalizer.Form.NFKD)
                .replaceAll("[‘’]", "'")
                .replaceAll("[—–…]+", ", ")
                .replaceAll("[^\\x20-\\x7e]", "")
                .replaceAll("[<>\\\\^~`|{}\\[\\]_*#]", " ")
                .strip();
        return typed.length() > MOST_LETTERS ? typed.substring(0, MOST_LETTERS) : typed;
    }
}
