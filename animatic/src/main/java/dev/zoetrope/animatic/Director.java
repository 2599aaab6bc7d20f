package dev.zoetrope.animatic;

import dev.zoetrope.animatic.Timeline.Shot;
import dev.zoetrope.animatic.Timeline.Transition;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
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
        int shots = Pacing.fitting(selection.takes().size(), brief.frames());
        List<Pick> takes = withNotes(selection.takes().subList(0, shots), words.shots());
        int[] lengths = Pacing.lengths(weights(brief, words, takes.size()), brief.frames());
        List<MoveChoice.Chosen> moves = new MoveChoice(brief, words).choose(takes, lengths);
        List<Transition> joins = new JoinChoice(brief, words).choose(takes, lengths);
        return new Timeline(
                Timeline.VERSION,
                brief.size(),
                brief.frames(),
                brief.seed(),
                shots(takes, lengths, moves, joins, selection.remark()),
                sound(brief, takes, lengths));
    }

    /// What the prompt says of shot 3 goes to the third take.
    private static List<Pick> withNotes(List<Pick> takes, List<ShotNote> notes) {
        var noted = new ArrayList<>(takes);
        for (ShotNote note : notes) {
            if (note.number() <= takes.size()) {
                noted.set(note.number() - 1, takes.get(note.number() - 1).saying(note.text()));
            }
        }
        return noted;
    }

    /// The seconds of the prompt, when it gives them for every shot; else nearly even.
    private static double[] weights(Brief brief, PromptReader.Words words, int shots) {
        double[] seconds = words.shots().stream()
                .map(ShotNote::seconds)
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .toArray();
        return seconds.length == shots && words.shots().size() == shots
                ? seconds
                : Pacing.evenWeights(shots, new Draws(brief.seed(), Draws.Concern.PACE));
    }

    private static List<Shot> shots(
            List<Pick> takes, int[] lengths, List<MoveChoice.Chosen> moves, List<Transition> joins, String remark) {
        var shots = new ArrayList<Shot>();
        int start = 0;
        for (int i = 0; i < takes.size(); i++) {
            MoveChoice.Chosen chosen = moves.get(i);
            String reason =
                    chosen.reason() + joinReason(joins.get(i)) + (i > 0 || remark.isEmpty() ? "" : "; " + remark);
            shots.add(new Shot(i + 1, start, lengths[i], takes.get(i).view(), chosen.move(), joins.get(i), reason));
            start += lengths[i];
        }
        return shots;
    }

    private static String joinReason(Transition join) {
        return switch (join.kind()) {
            case CUT -> "";
            case DISSOLVE -> "; dissolves in";
            case FADE_FROM_BLACK -> "; fades from black";
        };
    }

    private static Timeline.@Nullable Sound sound(Brief brief, List<Pick> takes, int[] lengths) {
        return brief.sound() ? SoundPlan.plan(brief, takes, lengths) : null;
    }
}
