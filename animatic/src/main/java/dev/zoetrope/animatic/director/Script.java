package dev.zoetrope.animatic.director;

import dev.zoetrope.animatic.Brief;
import dev.zoetrope.animatic.Sound;
import dev.zoetrope.animatic.Speech;
import dev.zoetrope.animatic.Timeline;
import dev.zoetrope.animatic.Timeline.Line;
import dev.zoetrope.animatic.Timeline.Mark;
import dev.zoetrope.animatic.Timeline.Shot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Puts what is said and heard to its place in the film.
final class Script {
    /// A line begins this long after the cut: the eye comes first.
    private static final int LEAD = 6;

    /// What a mark shows of a shot's words.
    private static final int MARK_LETTERS = 80;

    private Script() {}

    /// The dialogue of a shot, one line after the other, each as long as it takes to say. Where the words gave a shot
    /// less time than its dialogue needs, the lines are spoken faster, so that none is cut off.
    static List<Line> lines(Pick take, int length) {
        List<Speech> dialogue = take.dialogue();
        double needed = dialogue.stream().mapToDouble(Speech::seconds).sum() * Timeline.FRAMES_PER_SECOND;
        int lead = needed + LEAD <= length ? LEAD : 0;
        double pace = Math.min(1, (length - lead) / Math.max(1, needed));
        var lines = new ArrayList<Line>();
        double at = lead;
        for (Speech speech : dialogue) {
            double end = at + speech.seconds() * Timeline.FRAMES_PER_SECOND * pace;
            int first = Math.min((int) at, length - 1);
            int frames = Math.clamp((int) end - first, 1, length - first);
            lines.add(new Line(first, frames, speech.speaker(), speech.words()));
            at = end;
        }
        return lines;
    }

    /// A mark at each shot of which something is said.
    static List<Mark> marks(List<Pick> takes, List<Shot> shots) {
        var marks = new ArrayList<Mark>();
        for (int i = 0; i < shots.size(); i++) {
            String words = takes.get(i).words().replaceAll("\\s+", " ").strip();
            if (!words.isEmpty()) {
                boolean isLong = words.codePointCount(0, words.length()) > MARK_LETTERS;
                String text = isLong ? words.substring(0, words.offsetByCodePoints(0, MARK_LETTERS)) + "…" : words;
                marks.add(new Mark(shots.get(i).start(), text));
            }
        }
        return marks;
    }

    /// A sound plan with the effects and the music that the words ask for.
    static Sound with(Sound plan, Brief brief, List<Pick> takes, int[] lengths) {
        var effects = new ArrayList<>(plan.effects());
        String music = NoteReader.music(brief.prompt()).orElse(plan.music());
        int start = 0;
        for (int i = 0; i < takes.size(); i++) {
            Pick take = takes.get(i);
            List<String> heard = take.said().effects().isEmpty()
                    ? take.written().effects()
                    : take.said().effects();
            for (String words : heard) {
                effects.add(new Sound.Effect(start, lengths[i], words));
            }
            music = music.isEmpty() ? take.written().music().orElse("") : music;
            start += lengths[i];
        }
        effects.sort(Comparator.comparingInt(Sound.Effect::start));
        return new Sound(plan.seed(), plan.tempo(), plan.mood(), plan.ambiences(), effects, music);
    }
}
