package dev.zoetrope.animatic.sound;

import dev.zoetrope.animatic.Sound;
import dev.zoetrope.animatic.Soundtrack;
import dev.zoetrope.animatic.Timeline;
import dev.zoetrope.animatic.voice.Speaking;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Composes and performs the sound of a film: music with a beginning and an end, and the world around it. All
/// of it is synthesised from the seed. Dialogue is spoken over it, which turns the rest down.
///
/// The sound has one channel, as Seedance's films have, is as loud as the web expects (-14 LUFS, EBU R128) and
/// leaves room below full scale for what encoding adds. The same sound plan gives the same samples on every
/// machine: nothing in it depends on the platform's mathematics.
public final class Score {
    /// Samples a second.
    public static final int SAMPLE_RATE = 48_000;

    /// What streaming sites play films at, in LUFS.
    static final double LOUDNESS = -14;

    /// The highest true peak in dBFS: AAC adds up to 1.5 dB, and the finished film must stay below -1 dBTP.
    static final double CEILING = -2.5;

    /// How loud the surroundings are beside the music.
    private static final float AMBIENCE_LEVEL = 0.7f;

    /// How loud music and surroundings are beside lines of -16 LUFS while nobody speaks.
    private static final double BED_LOUDNESS = -17;

    /// How loud the surroundings are beside a recording, as a share of what they are beside our own music.
    private static final float BESIDE_RECORDING = 0.5f;

    /// 10 ms, in samples.
    private static final int FADE_IN = SAMPLE_RATE / 100;

    /// The end of a film fades for so long, or a quarter of a short one.
    private static final double FADE_SECONDS = 1.6;

    private Score() {}

    /// The whole sound of a timeline: exactly as many samples as its frames last, at [#SAMPLE_RATE], from -1 to
    /// 1. Silent when the timeline has no sound.
    public static float[] of(Timeline timeline) {
        return perform(timeline, null).samples();
    }

    /// The whole sound of a timeline, with what there is to say about it. Speaks the dialogue, which may start a
    /// process for each Chinese line.
    ///
    /// @param recording heard in place of music, from its beginning; null for music of our own
    public static Soundtrack perform(Timeline timeline, @Nullable Recording recording) {
        return perform(timeline, recording, null);
    }

    /// The same with the music on recorded instruments.
    ///
    /// @param font null for our own synthesis
    /// @see #perform(Timeline, Recording)
    public static Soundtrack perform(Timeline timeline, @Nullable Recording recording, @Nullable SoundFont font) {
        int length = Math.toIntExact((long) timeline.frames() * SAMPLE_RATE / Timeline.FRAMES_PER_SECOND);
        Sound sound = timeline.sound();
        if (sound == null) {
            return new Soundtrack(new float[length], List.of(), List.of());
        }
        List<String> notes = new ArrayList<>();
        float[] mix = music(timeline, recording, font, length, notes);
        float[] around = new float[length];
        for (Sound.Ambience ambience : sound.ambiences()) {
            // A recording brings its own room; only what the words name is heard beside it.
            if (recording == null || ambience.kind() != Sound.Ambience.Kind.ROOM) {
                new Surroundings(ambience, sound.seed()).addTo(around);
            }
        }
        float level = recording == null ? AMBIENCE_LEVEL : AMBIENCE_LEVEL * BESIDE_RECORDING;
        for (int i = 0; i < length; i++) {
            mix[i] += level * around[i];
        }
        notes.addAll(effects(sound, mix));
        fade(mix);
        Dialogue dialogue = Dialogue.of(timeline, Speaking.installed());
        if (!dialogue.lines().isEmpty()) {
            level(mix);
            Ducking.under(dialogue, mix);
            dialogue.addTo(mix);
        }
        notes.addAll(dialogue.notes());
        return new Soundtrack(Mastering.master(mix, LOUDNESS, CEILING), notes, dialogue.captions());
    }

    private static float[] music(
            Timeline timeline,
            @Nullable Recording recording,
            @Nullable SoundFont font,
            int length,
            List<String> notes) {
        Sound sound = Objects.requireNonNull(timeline.sound(), "a timeline without sound has no music");
        if (recording == null && SoundWords.isWithoutMusic(sound.music())) {
            notes.add("No music, as asked for");
            return new float[length];
        }
        if (recording == null) {
            notes.addAll(heard(sound));
            return new Band(length, font).play(Tune.compose(sound, Form.of(timeline)), sound);
        }
        float[] track = recording.fitted(length);
        level(track);
        // It may begin in the middle of a sound.
        for (int i = 0; i < Math.min(FADE_IN, track.length); i++) {
            track[i] *= (float) i / FADE_IN;
        }
        Beats beats = Beats.of(track);
        notes.add(String.format(
                Locale.ROOT,
                "Sound track: the recording given, %.1f s, %s the film's %.1f s%s",
                recording.seconds(),
                recording.seconds() < (double) length / SAMPLE_RATE ? "repeated to fill" : "cut to",
                (double) length / SAMPLE_RATE,
                beats.times().isEmpty()
                        ? ""
                        : String.format(Locale.ROOT, "; %.0f beats a minute", 60 / beats.period())));
        return track;
    }

    /// What was asked of the music and is played so; nothing where nothing was asked.
    private static List<String> heard(Sound sound) {
        Set<MusicWords.Player> players = MusicWords.players(sound.music());
        return players.isEmpty()
                ? List.of()
                : List.of(String.format(
                        Locale.ROOT,
                        "Music: %s, %s, %.0f beats a minute",
                        String.join(
                                " and ",
                                players.stream()
                                        .map(player -> player.name().toLowerCase(Locale.ROOT))
                                        .toList()),
                        sound.mood().name().toLowerCase(Locale.ROOT),
                        sound.tempo()));
    }

    /// Mixes the effects in; the same thing is heard once at a time, however often the words name it. Names what has
    /// no sound here.
    private static List<String> effects(Sound sound, float[] mix) {
        List<String> notes = new ArrayList<>();
        Set<String> heard = new HashSet<>();
        for (Sound.Effect effect : sound.effects()) {
            double at = (double) effect.start() / Timeline.FRAMES_PER_SECOND;
            Set<Foley.Thing> things = Foley.things(effect.words());
            for (Foley.Thing thing : things) {
                if (heard.add(effect.start() + thing.words())) {
                    Foley.addTo(mix, new Sound.Effect(effect.start(), effect.length(), thing.words()), sound.seed());
                    notes.add(String.format(Locale.ROOT, "Effect at %.2f s: %s", at, thing.words()));
                }
            }
            Set<Sound.Ambience.Kind> beds = SoundWords.beds(effect.words());
            for (Sound.Ambience.Kind bed : beds) {
                Sound.Ambience around = new Sound.Ambience(bed, effect.start(), effect.length());
                if (heard.add(effect.start() + bed.name()) && !isCovered(sound, around)) {
                    new Surroundings(around, sound.seed()).addTo(mix);
                    notes.add(String.format(
                            Locale.ROOT, "Effect at %.2f s: %s", at, bed.name().toLowerCase(Locale.ROOT)));
                }
            }
            if (things.isEmpty() && beds.isEmpty()) {
                notes.add(String.format(
                        Locale.ROOT, "Effect at %.2f s: no sound is known for \"%s\"", at, effect.words()));
            }
        }
        return notes;
    }

    private static boolean isCovered(Sound sound, Sound.Ambience wanted) {
        return sound.ambiences().stream()
                .anyMatch(bed -> bed.kind() == wanted.kind()
                        && bed.start() <= wanted.start()
                        && bed.start() + bed.length() >= wanted.start() + wanted.length());
    }

    /// Brings what goes on under the dialogue to a level beside it.
    private static void level(float[] samples) {
        double loudness = Loudness.integrated(samples);
        if (loudness == Double.NEGATIVE_INFINITY) {
            return;
        }
        float factor = (float) StrictMath.pow(10, (BED_LOUDNESS - loudness) / 20);
        for (int i = 0; i < samples.length; i++) {
            samples[i] *= factor;
        }
    }

    private static void fade(float[] samples) {
        int length = (int) Math.min(FADE_SECONDS * SAMPLE_RATE, samples.length / 4.0);
        for (int i = 0; i < length; i++) {
            float rest = (float) (i + 1) / (length + 1);
            // The square of a smooth step: even to the ear, and still at the very end.
            float smooth = rest * rest * (3 - 2 * rest);
            samples[samples.length - 1 - i] *= smooth;
        }
    }
}
