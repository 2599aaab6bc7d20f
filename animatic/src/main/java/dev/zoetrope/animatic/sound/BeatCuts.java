package dev.zoetrope.animatic.sound;

import dev.zoetrope.animatic.Sound;
import dev.zoetrope.animatic.Timeline;
import dev.zoetrope.animatic.Timeline.Line;
import dev.zoetrope.animatic.Timeline.Mark;
import dev.zoetrope.animatic.Timeline.Shot;
import dev.zoetrope.animatic.Timeline.Transition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Puts the cuts of a plan on the beats of the recording that is heard with it.
public final class BeatCuts {
    /// No shot gets shorter than half a second for a beat's sake.
    private static final int LEAST = Timeline.FRAMES_PER_SECOND / 2;

    private BeatCuts() {}

    /// The same plan with each cut on the beat next to it. Where there is no beat, or none that leaves a shot and its
    /// dialogue their time, a cut stays where it was.
    public static Timeline align(Timeline timeline, Recording recording) {
        int length = Math.toIntExact((long) timeline.frames() * Score.SAMPLE_RATE / Timeline.FRAMES_PER_SECOND);
        Beats beats = Beats.of(recording.fitted(length));
        if (beats.times().isEmpty()) {
            return timeline;
        }
        List<Integer> frames = beats.times().stream()
                .map(time -> (int) Math.round(time * Timeline.FRAMES_PER_SECOND))
                .toList();
        Map<Integer, Integer> moved = moved(timeline, frames);
        return new Timeline(
                timeline.version(),
                timeline.size(),
                timeline.frames(),
                timeline.seed(),
                timeline.pictures(),
                timeline.shots().stream().map(shot -> shot(shot, moved)).toList(),
                sound(timeline.sound(), moved),
                timeline.marks().stream()
                        .map(mark -> new Mark(moved.getOrDefault(mark.frame(), mark.frame()), mark.text()))
                        .toList(),
                timeline.extras());
    }

    /// Where each shot's first frame goes, and the film's end, which stays.
    private static Map<Integer, Integer> moved(Timeline timeline, List<Integer> beats) {
        var moved = new HashMap<Integer, Integer>();
        moved.put(0, 0);
        List<Shot> shots = timeline.shots();
        int before = 0;
        for (int i = 1; i < shots.size(); i++) {
            int cut = shots.get(i).start();
            int earliest = before + least(shots.get(i - 1));
            // The shot after must not lose what it needs to a cut that stays.
            int latest = shots.get(i).end() - least(shots.get(i));
            int best = Math.max(cut, before + 1);
            int nearest = Integer.MAX_VALUE;
            for (int beat : beats) {
                if (beat >= earliest && beat <= latest && Math.abs(beat - cut) < nearest) {
                    nearest = Math.abs(beat - cut);
                    best = beat;
                }
            }
            moved.put(cut, best);
            before = best;
        }
        moved.put(timeline.frames(), timeline.frames());
        return moved;
    }

    private static int least(Shot shot) {
        int spoken = shot.lines().stream()
                .mapToInt(line -> line.at() + line.length())
                .max()
                .orElse(0);
        return Math.min(shot.length(), Math.max(spoken, LEAST));
    }

    private static Shot shot(Shot shot, Map<Integer, Integer> moved) {
        int start = moved.getOrDefault(shot.start(), shot.start());
        int end = moved.getOrDefault(shot.end(), shot.end());
        Transition transition = shot.transition();
        int frames = Math.min(transition.frames(), Math.max(0, end - start - 1));
        List<Line> lines =
                shot.lines().stream().map(line -> within(line, end - start)).toList();
        return new Shot(
                shot.number(),
                start,
                end - start,
                shot.view(),
                shot.move(),
                new Transition(transition.kind(), frames),
                lines,
                shot.life(),
                Math.min(shot.fadeOut(), end - start - frames),
                shot.depth(),
                start == shot.start() ? shot.reason() : shot.reason() + "; cut on the beat");
    }

    private static Line within(Line line, int length) {
        int at = Math.min(line.at(), length - 1);
        return new Line(at, Math.clamp(line.length(), 1, length - at), line.speaker(), line.words());
    }

    private static @Nullable Sound sound(@Nullable Sound sound, Map<Integer, Integer> moved) {
        if (sound == null) {
            return null;
        }
        var ambiences = new ArrayList<Sound.Ambience>();
        for (Sound.Ambience bed : sound.ambiences()) {
            int start = moved.getOrDefault(bed.start(), bed.start());
            int end = moved.getOrDefault(bed.start() + bed.length(), bed.start() + bed.length());
            ambiences.add(new Sound.Ambience(bed.kind(), start, Math.max(1, end - start)));
        }
        var effects = new ArrayList<Sound.Effect>();
        for (Sound.Effect effect : sound.effects()) {
            int start = moved.getOrDefault(effect.start(), effect.start());
            int end = moved.getOrDefault(effect.start() + effect.length(), effect.start() + effect.length());
            effects.add(new Sound.Effect(start, Math.max(1, end - start), effect.words()));
        }
        return new Sound(sound.seed(), sound.tempo(), sound.mood(), ambiences, effects, sound.music());
    }
}
