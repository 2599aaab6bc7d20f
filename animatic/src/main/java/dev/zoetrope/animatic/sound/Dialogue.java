package dev.zoetrope.animatic.sound;

import dev.zoetrope.animatic.Subtitle;
import dev.zoetrope.animatic.Timeline;
import dev.zoetrope.animatic.Timeline.Line;
import dev.zoetrope.animatic.Timeline.Shot;
import dev.zoetrope.animatic.voice.Cast;
import dev.zoetrope.animatic.voice.Said;
import dev.zoetrope.animatic.voice.Speaking;
import dev.zoetrope.animatic.voice.Voice;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The lines of a film, spoken and in their places. A line begins with its frame and is said whole: where its shot is
/// too short it is said faster, and then goes on over the cut; the line after it waits, and at the end of the film
/// lines begin earlier.
///
/// @param lines in the order in which they are heard; none overlap
record Dialogue(List<Spoken> lines) {
    /// One line, spoken.
    ///
    /// @param line as planned
    /// @param shot in which it was planned
    /// @param start in samples of the film
    /// @param said its sound
    /// @param voice that spoke
    record Spoken(Line line, int shot, int start, Said said, Voice voice) {
        /// The first sample after it.
        int end() {
            return start + said.samples().length;
        }
    }

    /// How loud each line is made before the mix, in LUFS: two speakers are as loud as each other.
    private static final double LOUDNESS = -16;

    /// Faster than this for the sake of its shot a line is not said; it goes on over the cut instead.
    private static final double SHOT_PACE = 1.4;

    /// Faster than this nobody understands it.
    private static final double MOST_PACE = 2.4;

    /// Between two lines, in samples: 120 ms.
    private static final int GAP = Score.SAMPLE_RATE * 12 / 100;

    /// Left free at the end of the film, in samples.
    private static final int LAST_GAP = Score.SAMPLE_RATE / 10;

    private static final int PER_FRAME = Score.SAMPLE_RATE / Timeline.FRAMES_PER_SECOND;

    Dialogue {
        lines = List.copyOf(lines);
    }

    /// Speaks all lines of a timeline.
    static Dialogue of(Timeline timeline, Speaking speaking) {
        var cast = new Cast();
        var spoken = new ArrayList<Spoken>();
        int free = 0;
        for (Shot shot : timeline.shots()) {
            for (int i = 0; i < shot.lines().size(); i++) {
                Line line = shot.lines().get(i);
                int start = Math.max(free, (shot.start() + line.at()) * PER_FRAME);
                boolean isLast = i + 1 == shot.lines().size();
                int end = isLast
                        ? shot.end()
                        : shot.start() + shot.lines().get(i + 1).at();
                Voice voice = cast.voice(line.speaker());
                Said said = fitting(speaking, line.words(), voice, end * PER_FRAME - start - (isLast ? 0 : GAP));
                spoken.add(new Spoken(line, shot.number(), start, said, voice));
                free = start + said.samples().length + GAP;
            }
        }
        return new Dialogue(within(spoken, timeline.frames() * PER_FRAME - LAST_GAP, speaking));
    }

    private static Said fitting(Speaking speaking, String words, Voice voice, int room) {
        Said said = speaking.say(words, voice, 1);
        int length = said.samples().length;
        if (length > room) {
            return speaking.say(words, voice, Math.clamp((double) length / Math.max(1, room) * 1.03, 1, SHOT_PACE));
        }
        return said;
    }

    /// Lines that would end after the film begin earlier, and push those before them; where even that is not enough,
    /// all are said faster.
    private static List<Spoken> within(List<Spoken> lines, int end, Speaking speaking) {
        long needed = lines.stream()
                .mapToLong(line -> line.said().samples().length + GAP)
                .sum();
        var moved = new ArrayList<>(lines);
        if (needed > end) {
            double pace = Math.min(MOST_PACE, SHOT_PACE * needed / Math.max(1, end));
            moved.replaceAll(line -> new Spoken(
                    line.line(),
                    line.shot(),
                    line.start(),
                    speaking.say(line.line().words(), line.voice(), pace),
                    line.voice()));
        }
        int before = end;
        for (int i = moved.size() - 1; i >= 0; i--) {
            Spoken line = moved.get(i);
            int start = Math.max(0, Math.min(line.start(), before - line.said().samples().length));
            moved.set(i, new Spoken(line.line(), line.shot(), start, line.said(), line.voice()));
            before = start - GAP;
        }
        return moved;
    }

    /// Mixes the lines, each as loud as the others, into the film's sound.
    void addTo(float[] samples) {
        for (Spoken line : lines) {
            float[] said = line.said().samples();
            double loudness = Loudness.integrated(said);
            if (loudness == Double.NEGATIVE_INFINITY) {
                continue;
            }
            float[] level = Limiter.limit(said, LOUDNESS - loudness, -4);
            for (int i = 0; i < level.length && line.start() + i < samples.length; i++) {
                samples[line.start() + i] += level[i];
            }
        }
    }

    /// The lines to be read along.
    List<Subtitle> captions() {
        return lines.stream()
                .filter(line -> line.said().samples().length > 0)
                .map(line -> new Subtitle(
                        line.start() * 1000L / Score.SAMPLE_RATE,
                        line.end() * 1000L / Score.SAMPLE_RATE,
                        line.line().words()))
                .toList();
    }

    /// What was said and by what, one line for the log each.
    List<String> notes() {
        return lines.stream().map(Dialogue::note).toList();
    }

    private static String note(Spoken line) {
        String who = line.line().speaker().isEmpty() ? "" : line.line().speaker() + ", ";
        String how = line.said().isSpeech()
                ? "spoken by " + line.said().engine()
                : line.said().samples().length == 0
                        ? "nothing to say"
                        : "no engine here speaks it: murmured (espeak-ng, where installed, speaks Chinese)";
        return String.format(
                Locale.ROOT,
                "Line in shot %d at %.2f s, %.2f s long (%s%s): %s; %s",
                line.shot(),
                (double) line.start() / Score.SAMPLE_RATE,
                line.said().seconds(),
                who,
                line.voice().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                line.line().words(),
                how);
    }
}
