package dev.zoetrope.animatic.director;

import dev.zoetrope.animatic.Brief;
import dev.zoetrope.animatic.Quad;
import dev.zoetrope.animatic.Salience;
import dev.zoetrope.animatic.ShotList;
import dev.zoetrope.animatic.Timeline;
import dev.zoetrope.animatic.Timeline.Move;
import dev.zoetrope.animatic.Timeline.Move.Easing;
import dev.zoetrope.animatic.Timeline.Move.Kind;
import dev.zoetrope.animatic.director.PromptReader.Pace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Chooses how the camera moves: what the prompt says about the shot, else what it says about the film, else the
/// caption; where words are silent, by arrows drawn on the picture, by the size of the shot, by what stands out in the
/// picture, and by the seed and the shape of the picture, never the same three times running.
final class MoveChoice {
    /// A move and why.
    record Chosen(Move move, String reason) {}

    /// Moves stay between these shares of the frame: less is not seen, more loses what is drawn at the edge.
    static final double LEAST = 0.05;

    static final double MOST = 0.12;

    /// A whip pan has to travel.
    private static final double WHIP = 0.3;

    /// In a shot shorter than a second a wide move would race.
    private static final double MOST_IN_SHORT = 0.07;

    /// A picture this much wider or taller than the frame has more to show along its longer side.
    private static final double ELONGATED = 1.25;

    private static final List<Kind> ANY = List.of(
            Kind.PUSH_IN,
            Kind.PUSH_IN,
            Kind.PULL_OUT,
            Kind.PULL_OUT,
            Kind.PAN_LEFT,
            Kind.PAN_RIGHT,
            Kind.TRUCK_LEFT,
            Kind.TRUCK_RIGHT,
            Kind.TILT_UP,
            Kind.TILT_DOWN,
            Kind.CRANE_UP,
            Kind.ORBIT,
            Kind.TRACK);

    private static final List<Kind> WIDE =
            List.of(Kind.PAN_LEFT, Kind.PAN_RIGHT, Kind.TRUCK_LEFT, Kind.TRUCK_RIGHT, Kind.TRACK, Kind.PUSH_IN);

    private static final List<Kind> TALL =
            List.of(Kind.TILT_UP, Kind.TILT_DOWN, Kind.CRANE_UP, Kind.CRANE_DOWN, Kind.PUSH_IN, Kind.PULL_OUT);

    private final Brief brief;
    private final PromptReader.Words words;
    private final Draws draws;

    /// Where nobody says otherwise, the camera goes one way through the whole film: turning about from shot to shot
    /// looks like searching.
    private final boolean goesLeft;

    private final VideoMoves videos;

    MoveChoice(Brief brief, PromptReader.Words words) {
        this.brief = brief;
        this.words = words;
        this.draws = new Draws(brief.seed(), Draws.Concern.MOVES);
        this.videos = new VideoMoves(brief, words);
        this.goesLeft = new Draws(~brief.seed(), Draws.Concern.MOVES).below(2) == 0;
    }

    List<Chosen> choose(List<Pick> takes, int[] lengths) {
        var chosen = new ArrayList<Chosen>();
        for (int i = 0; i < takes.size(); i++) {
            chosen.add(choose(takes.get(i), i, lengths[i], chosen));
        }
        return chosen;
    }

    private Chosen choose(Pick take, int index, int length, List<Chosen> before) {
        Wish wish = wish(take, index);
        Kind last = before.isEmpty() ? null : before.getLast().move().kind();
        // Drawn in any case, so that a word in one shot leaves the draws of the others alone.
        Kind drawn = draw(take.view(), last);
        double share = draws.between(0, 1);
        int direction = draws.below(2);
        Optional<Chosen> given = videos.choose(take, length);
        if (given.isPresent()) {
            return timed(given.get(), take);
        }
        List<Kind> still = List.of(Kind.STATIC);
        return switch (take.part()) {
            case OPENING, CLOSING -> {
                boolean isStill = wish.choices().equals(still);
                boolean opens = take.part() == Pick.Part.OPENING;
                Kind kind = isStill ? Kind.STATIC : opens ? Kind.PUSH_IN : Kind.PULL_OUT;
                String why =
                        isStill ? wish.why() : opens ? "beginning on the whole picture" : "ending on the whole picture";
                yield timed(chosen(kind, wish.pace(), share, length, why), take);
            }
            case MIDDLE ->
                timed(
                        wish.choices().isEmpty()
                                ? silent(take, drawn, before).shot(wish.pace(), share, length)
                                : chosen(directed(wish.choices(), direction), wish.pace(), share, length, wish.why()),
                        take);
        };
    }

    /// What the words want: no choices when they leave it open.
    private record Wish(List<Kind> choices, Pace pace, String why) {}

    /// What the prompt says of the shot, else of the film, else what the caption says.
    private Wish wish(Pick take, int index) {
        if (!take.said().moves().isEmpty()) {
            return new Wish(
                    take.said().moves().getFirst(),
                    PromptReader.pace(take.said().text()),
                    "from the prompt");
        }
        if (!words.moves().isEmpty()) {
            return new Wish(words.moves().get(index % words.moves().size()), words.pace(), "from the prompt");
        }
        if (!take.written().moves().isEmpty()) {
            return new Wish(
                    take.written().moves().getFirst(),
                    PromptReader.pace(take.written().text()),
                    "from the caption");
        }
        return new Wish(List.of(), words.pace(), "");
    }

    /// A move that no word asks for.
    private record Silent(Kind kind, boolean isSlow, String why) {
        Chosen shot(Pace pace, double share, int length) {
            return chosen(kind, isSlow && pace == Pace.USUAL ? Pace.SLOW : pace, share, length, why);
        }
    }

    /// From an arrow on the picture, else from the size of the shot, else from what stands out, else as drawn.
    private Silent silent(Pick take, Kind drawn, List<Chosen> before) {
        Optional<Kind> arrow = arrow(take.view());
        if (arrow.isPresent()) {
            return new Silent(arrow.get(), false, "along the arrow drawn there");
        }
        Optional<ShotSize> size = take.said().size().isPresent()
                ? take.said().size()
                : take.written().size();
        if (size.isPresent() && size.get().isNear()) {
            return isRepeated(Kind.PUSH_IN, before)
                    ? new Silent(Kind.PULL_OUT, true, "as it is near")
                    : new Silent(Kind.PUSH_IN, true, "as it is near");
        }
        if (size.isPresent() && size.get().isFar()) {
            Kind pan = goesLeft ? Kind.PAN_LEFT : Kind.PAN_RIGHT;
            boolean isPan = !isRepeated(pan, before)
                    && (before.isEmpty() || before.getLast().move().kind() != pan);
            return new Silent(isPan ? pan : Kind.PULL_OUT, false, "as it is wide");
        }
        if (standsOut(take.view()) && isGoingNearer(drawn) && !isRepeated(Kind.PUSH_IN, before)) {
            return new Silent(Kind.PUSH_IN, false, "towards what stands out");
        }
        return new Silent(drawn, false, "chosen by seed " + brief.seed());
    }

    /// Of the moves drawn those in place give way to a push; the travelling stay, or every shot would be one.
    private static boolean isGoingNearer(Kind drawn) {
        return drawn == Kind.PUSH_IN || drawn == Kind.ORBIT || drawn == Kind.CRANE_UP || drawn == Kind.TILT_DOWN;
    }

    private Optional<Kind> arrow(Timeline.View view) {
        return view instanceof Timeline.View.Panel(int reference, Quad quad)
                ? ArrowMoves.of(brief.references().get(reference).picture(), quad)
                : Optional.empty();
    }

    private boolean standsOut(Timeline.View view) {
        return view instanceof Timeline.View.Panel(int reference, Quad quad)
                && Salience.of(brief.references().get(reference).picture(), quad)
                        .isClear();
    }

    /// No move comes three times in a row.
    private static boolean isRepeated(Kind kind, List<Chosen> before) {
        int count = before.size();
        return count >= 2
                && before.get(count - 1).move().kind() == kind
                && before.get(count - 2).move().kind() == kind;
    }

    private Kind draw(Timeline.View view, @Nullable Kind last) {
        List<Kind> fitting = switch (view) {
            case Timeline.View.Card _, Timeline.View.Clip _ -> ANY;
            case Timeline.View.Panel panel ->
                fitting(panel.quad().width() / panel.quad().height());
        };
        return draws.oneOf(fitting.stream()
                .filter(kind -> kind != last && !against().contains(kind))
                .toList());
    }

    /// The moves that go the other way than the film.
    private List<Kind> against() {
        return goesLeft
                ? List.of(Kind.PAN_RIGHT, Kind.TRUCK_RIGHT, Kind.TRACK)
                : List.of(Kind.PAN_LEFT, Kind.TRUCK_LEFT);
    }

    /// Of the kinds that a word may mean the one that goes with the film, else the one drawn.
    private Kind directed(List<Kind> choices, int drawn) {
        List<Kind> going =
                choices.stream().filter(kind -> !against().contains(kind)).toList();
        List<Kind> open = going.isEmpty() ? choices : going;
        return open.get(drawn % open.size());
    }

    private List<Kind> fitting(double ratio) {
        if (ratio > brief.size().ratio() * ELONGATED) {
            return WIDE;
        }
        return ratio * ELONGATED < brief.size().ratio() ? TALL : ANY;
    }

    private static Chosen chosen(Kind kind, Pace pace, double share, int length, String why) {
        return new Chosen(
                new Move(kind, amount(kind, pace, share, length), easing(kind)), ShotList.word(kind) + ", " + why);
    }

    /// With the time that the words want.
    private Chosen timed(Chosen chosen, Pick take) {
        return TimeWords.easing(take.words().isBlank() ? brief.prompt() : take.words())
                .map(easing -> new Chosen(
                        new Move(
                                chosen.move().kind(),
                                chosen.move().amount(),
                                easing,
                                chosen.move().path()),
                        chosen.reason() + "; " + ShotList.word(easing)))
                .orElse(chosen);
    }

    private static double amount(Kind kind, Pace pace, double share, int length) {
        if (kind == Kind.STATIC) {
            return 0;
        }
        if (kind == Kind.HANDHELD || kind == Kind.SHAKE) {
            return LEAST;
        }
        if (kind == Kind.WHIP_LEFT || kind == Kind.WHIP_RIGHT) {
            return WHIP;
        }
        double amount = switch (pace) {
            case SLOW -> LEAST + 0.015 * share;
            case USUAL -> 0.06 + 0.04 * share;
            case FAST -> 0.1 + (MOST - 0.1) * share;
        };
        double most = length < Timeline.FRAMES_PER_SECOND ? MOST_IN_SHORT : MOST;
        // Four decimals: what is written in a timeline is what is shot.
        return Math.round(Math.min(amount, most) * 10_000) / 10_000.0;
    }

    private static Easing easing(Kind kind) {
        return switch (kind) {
            case STATIC, PATH, HANDHELD, TRACK, ORBIT, DOLLY_ZOOM, WHIP_LEFT, WHIP_RIGHT, SHAKE -> Easing.LINEAR;
            case PUSH_IN,
                    PULL_OUT,
                    PAN_LEFT,
                    PAN_RIGHT,
                    TILT_UP,
                    TILT_DOWN,
                    TRUCK_LEFT,
                    TRUCK_RIGHT,
                    CRANE_UP,
                    CRANE_DOWN -> Easing.EASE_IN_OUT;
        };
    }
}
