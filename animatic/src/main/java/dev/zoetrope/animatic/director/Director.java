package dev.zoetrope.animatic.director;

import dev.zoetrope.animatic.Brief;
import dev.zoetrope.animatic.Extras;
import dev.zoetrope.animatic.FrameSize;
import dev.zoetrope.animatic.Life;
import dev.zoetrope.animatic.Picture;
import dev.zoetrope.animatic.ShotList;
import dev.zoetrope.animatic.Sound;
import dev.zoetrope.animatic.Speech;
import dev.zoetrope.animatic.Timeline;
import dev.zoetrope.animatic.Timeline.Shot;
import dev.zoetrope.animatic.Timeline.Source;
import dev.zoetrope.animatic.Timeline.Transition;
import dev.zoetrope.animatic.sound.SoundWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Decides what a film shows, from a brief: which pictures, how long, how the camera moves, what is heard. It follows
/// the words of the prompt where they speak of these things, and the seed where they do not.
///
/// A pure function: the same brief gives the same timeline, on any machine and in any thread. Takes about a
/// millisecond.
public final class Director {
    /// Plans a film of exactly the brief's length.
    public Timeline direct(Brief brief) {
        PromptReader.Words words = PromptReader.read(brief.prompt());
        Selection selection = Selection.of(brief, words);
        int count = Pacing.fitting(selection.takes().size(), brief.frames());
        List<Pick> takes = withNotes(selection.takes().subList(0, count), words.shots());
        int[] lengths = lengths(brief, takes);
        List<MoveChoice.Chosen> moves = new MoveChoice(brief, words).choose(takes, lengths);
        var joining = new JoinChoice(brief, words);
        Extras extras = ExtraChoice.of(brief, words, takes);
        String remark = ExtraChoice.remark(selection.remark(), extras, StyleGrade.style(brief, words));
        List<Shot> shots = shots(brief, takes, lengths, moves, joining, remark);
        return new Timeline(
                Timeline.VERSION,
                brief.size(),
                brief.frames(),
                brief.seed(),
                sources(brief),
                shots,
                sound(brief, takes, lengths),
                Script.marks(takes, shots),
                extras);
    }

    /// The pace at which people number their storyboards: nine panels to 15 seconds.
    private static final double SECONDS_PER_PANEL = 1.6;

    /// Seedance's length for words alone.
    private static final int SECONDS_WITHOUT_PICTURES = 5;

    /// How long a film should be that is left to the words and pictures: what the prompt says of the whole, else the
    /// sum of what is said and written of its shots, of its dialogue, and of the usual pace for the rest.
    ///
    /// @return whole seconds, at least 1
    public static int wantedSeconds(String prompt, List<Brief.Reference> references) {
        return wantedSeconds(prompt, references, List.of());
    }

    /// The same for a film with videos: one that is edited gives its own length.
    ///
    /// @return whole seconds, at least 1
    public static int wantedSeconds(String prompt, List<Brief.Reference> references, List<Brief.Clip> clips) {
        PromptReader.Words words = PromptReader.read(prompt);
        if (words.seconds().isPresent()) {
            return Math.max(1, (int) Math.round(words.seconds().getAsDouble()));
        }
        Optional<ClipWords> wish = ClipWords.find(prompt, clips.size());
        if (wish.isPresent() && wish.get().use() == ClipWords.Use.EDIT) {
            int frames = clips.get(wish.get().clip()).frames().frames();
            return Math.max(1, (int) Math.round((double) frames / Timeline.FRAMES_PER_SECOND));
        }
        int frames = SECONDS_WITHOUT_PICTURES * Timeline.FRAMES_PER_SECOND;
        var brief = new Brief(prompt, references, new FrameSize(2, 2), frames, 0, false, clips);
        List<Pick> takes = withNotes(Selection.of(brief, words).takes(), words.shots());
        boolean isSpokenOf = takes.stream()
                .anyMatch(take -> take.seconds().isPresent() || !take.dialogue().isEmpty());
        if (wish.isPresent() && references.isEmpty()) {
            return SECONDS_WITHOUT_PICTURES
                    + (int) Math.round(takes.getFirst().seconds().orElse(0));
        }
        boolean isSequence = takes.size() > 1 && takes.getFirst().view() instanceof Timeline.View.Panel;
        if (!isSpokenOf && !isSequence) {
            return SECONDS_WITHOUT_PICTURES;
        }
        double sum = 0;
        for (Pick take : takes) {
            double speaking =
                    take.dialogue().stream().mapToDouble(Speech::seconds).sum();
            sum += take.seconds().orElse(Math.max(SECONDS_PER_PANEL, speaking));
        }
        return Math.max(1, (int) Math.round(sum));
    }

    /// The pictures, by the names that prompts call them.
    private static List<Source> sources(Brief brief) {
        var sources = new ArrayList<Source>();
        for (Brief.Reference reference : brief.references()) {
            Picture picture = reference.picture();
            sources.add(new Source("Image " + (sources.size() + 1), picture.width(), picture.height()));
        }
        return sources;
    }

    /// What the prompt says of shot 3 goes to the third take; the end of a video that is extended is none of them.
    private static List<Pick> withNotes(List<Pick> takes, List<ShotNote> notes) {
        var noted = new ArrayList<>(takes);
        int first = takes.size() > 1 && takes.getFirst().view() instanceof Timeline.View.Clip ? 1 : 0;
        for (ShotNote note : notes) {
            int index = note.number().orElse(0) - 1 + first;
            if (index >= first && index < takes.size()) {
                noted.set(index, takes.get(index).saying(note));
            }
        }
        return noted;
    }

    private static int[] lengths(Brief brief, List<Pick> takes) {
        double[] rhythm = Pacing.evenWeights(takes.size(), new Draws(brief.seed(), Draws.Concern.PACE));
        var wishes = new ArrayList<Pacing.Wish>();
        for (int i = 0; i < takes.size(); i++) {
            double speaking = takes.get(i).dialogue().stream()
                    .mapToDouble(Speech::seconds)
                    .sum();
            wishes.add(new Pacing.Wish(takes.get(i).seconds(), speaking, rhythm[i]));
        }
        int[] lengths = Pacing.lengths(wishes, brief.frames());
        if (!brief.sound() || SoundWords.isWithoutMusic(brief.prompt())) {
            return lengths;
        }
        int[] least = wishes.stream()
                .mapToInt(wish ->
                        Math.max(Pacing.LEAST_FRAMES, (int) Math.ceil(wish.speaking() * Timeline.FRAMES_PER_SECOND)))
                .toArray();
        return BeatGrid.align(
                lengths, SoundPlan.tempo(brief), i -> wishes.get(i).seconds().isEmpty(), least);
    }

    private static List<Shot> shots(
            Brief brief,
            List<Pick> takes,
            int[] lengths,
            List<MoveChoice.Chosen> moves,
            JoinChoice joining,
            String remark) {
        List<Transition> joins = joining.choose(takes, lengths);
        var shots = new ArrayList<Shot>();
        int start = 0;
        for (int i = 0; i < takes.size(); i++) {
            MoveChoice.Chosen chosen = moves.get(i);
            String reason = chosen.reason()
                    + joinReason(joins.get(i))
                    + CardTexts.shown(takes.get(i))
                    + (i > 0 || remark.isEmpty() ? "" : "; " + remark);
            int fadeOut = joining.fadeOut(takes, i, lengths[i], joins.get(i));
            Life life = CardTexts.life(takes.get(i), brief.prompt());
            shots.add(new Shot(
                    i + 1,
                    start,
                    lengths[i],
                    Framing.of(brief, takes.get(i), chosen.move()),
                    chosen.move(),
                    joins.get(i),
                    Script.lines(takes.get(i), lengths[i]),
                    life,
                    fadeOut,
                    DepthWords.depth(
                            words(brief, takes.get(i)),
                            chosen.move(),
                            takes.get(i).view()),
                    (fadeOut > 0 ? reason + "; fades to black" : reason)
                            + (life == Life.NONE ? "" : "; " + ShotList.word(life))));
            start += lengths[i];
        }
        return shots;
    }

    /// What is said of a shot, else of the film.
    private static String words(Brief brief, Pick take) {
        return take.words().isBlank() ? brief.prompt() : take.words();
    }

    private static String joinReason(Transition join) {
        return switch (join.kind()) {
            case CUT -> "";
            case DISSOLVE -> "; dissolves in";
            case FADE_FROM_BLACK -> "; fades from black";
            case WIPE -> "; wiped in";
            case WHIP -> "; whipped in";
            case MATCH_CUT -> "; cut on the subject";
            case MORPH -> "; out of the shot before";
        };
    }

    private static @Nullable Sound sound(Brief brief, List<Pick> takes, int[] lengths) {
        return brief.sound() ? Script.with(SoundPlan.plan(brief, takes, lengths), brief, takes, lengths) : null;
    }
}
