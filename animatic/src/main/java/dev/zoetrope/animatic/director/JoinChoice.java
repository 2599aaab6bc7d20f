package dev.zoetrope.animatic.director;

import dev.zoetrope.animatic.Brief;
import dev.zoetrope.animatic.Likeness;
import dev.zoetrope.animatic.Picture;
import dev.zoetrope.animatic.Quad;
import dev.zoetrope.animatic.Timeline.Transition;
import dev.zoetrope.animatic.Timeline.View;
import dev.zoetrope.animatic.director.PromptReader.Joins;
import java.util.ArrayList;
import java.util.List;

/// Chooses how each shot follows the one before it: cuts, with a dissolve here and there, unless the prompt wants it
/// otherwise; a shot of the same set-up as the one before it comes out of that. A dissolve never takes more than half
/// of a shot, so at its middle every picture is seen alone.
final class JoinChoice {
    private static final int SHORTEST_DISSOLVE = 8;
    private static final int LONGEST_DISSOLVE = 12;

    /// From the first to the last frame of a film there is time for a slow dissolve.
    private static final int LONG_DISSOLVE = 24;

    /// Below this a dissolve is a flicker; a cut is cleaner.
    private static final int LEAST_DISSOLVE = 3;

    /// One in five, when the prompt leaves it open.
    private static final int ONE_IN = 5;

    private final Brief brief;
    private final PromptReader.Words words;
    private final Draws draws;

    JoinChoice(Brief brief, PromptReader.Words words) {
        this.brief = brief;
        this.words = words;
        this.draws = new Draws(brief.seed(), Draws.Concern.TRANSITIONS);
    }

    List<Transition> choose(List<Pick> takes, int[] lengths) {
        var joins = new ArrayList<Transition>();
        for (int i = 0; i < takes.size(); i++) {
            int wished = SHORTEST_DISSOLVE + draws.below(LONGEST_DISSOLVE - SHORTEST_DISSOLVE + 1);
            boolean isDrawn = draws.below(ONE_IN) == 0;
            joins.add(i == 0 ? first(takes.getFirst(), lengths[0], wished) : join(takes, lengths, i, wished, isDrawn));
        }
        return joins;
    }

    private Transition first(Pick take, int length, int wished) {
        boolean fades = words.joins() == Joins.FADES && take.part() != Pick.Part.OPENING;
        return fades ? within(Transition.Kind.FADE_FROM_BLACK, Math.min(wished, length / 2)) : Transition.CUT;
    }

    private Transition join(List<Pick> takes, int[] lengths, int index, int wished, boolean isDrawn) {
        if (takes.get(index).view() instanceof View.Clip && takes.get(index - 1).view() instanceof View.Clip) {
            return Transition.CUT; // it goes on where the one before ends
        }
        int most = Math.min(lengths[index - 1], lengths[index]) / 2;
        if (takes.get(index).part() == Pick.Part.CLOSING) {
            return within(
                    isSameSetUp(takes, index) ? Transition.Kind.MORPH : Transition.Kind.DISSOLVE,
                    Math.min(LONG_DISSOLVE, most));
        }
        Joins own = PromptReader.joins(takes.get(index).words());
        return switch (own == Joins.FREE ? words.joins() : own) {
            case FREE ->
                isSameSetUp(takes, index)
                        ? within(Transition.Kind.MORPH, Math.min(LONGEST_DISSOLVE, most))
                        : isDrawn ? within(Transition.Kind.DISSOLVE, Math.min(wished, most)) : Transition.CUT;
            case CUTS -> Transition.CUT;
            case MATCHES -> new Transition(Transition.Kind.MATCH_CUT, 0);
            case DISSOLVES, FADES, ONE_TAKE -> within(Transition.Kind.DISSOLVE, Math.min(wished, most));
            case MORPHS -> within(Transition.Kind.MORPH, Math.min(LONG_DISSOLVE, most));
            case WIPES -> within(Transition.Kind.WIPE, Math.min(wished, most));
            case WHIPS -> within(Transition.Kind.WHIP, Math.min(SHORTEST_DISSOLVE, most));
        };
    }

    /// Whether a shot plainly shows the set-up of the one before it, with something moved.
    private boolean isSameSetUp(List<Pick> takes, int index) {
        return takes.get(index - 1).view() instanceof View.Panel(int reference, Quad quad)
                && takes.get(index).view() instanceof View.Panel(int next, Quad nextQuad)
                && Likeness.of(picture(reference), quad, picture(next), nextQuad) >= Likeness.CLEAR;
    }

    private Picture picture(int reference) {
        return brief.references().get(reference).picture();
    }

    /// How many frames at a shot's end go down to black: where its own words want it, and in the last shot where the
    /// prompt does. A last frame that was given stays what it is.
    int fadeOut(List<Pick> takes, int index, int length, Transition join) {
        Pick take = takes.get(index);
        boolean isLast = index == takes.size() - 1;
        boolean isWanted = TimeWords.endsBlack(take.words()) || (isLast && TimeWords.endsBlack(brief.prompt()));
        return isWanted && take.part() != Pick.Part.CLOSING ? Math.min(LONG_DISSOLVE, (length - join.frames()) / 2) : 0;
    }

    private static Transition within(Transition.Kind kind, int frames) {
        return frames < LEAST_DISSOLVE ? Transition.CUT : new Transition(kind, frames);
    }
}
