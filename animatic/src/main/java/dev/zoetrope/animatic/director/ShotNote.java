package dev.zoetrope.animatic.director;

import dev.zoetrope.animatic.Speech;
import dev.zoetrope.animatic.Timeline.Move.Kind;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// What a prompt or a caption says about one shot.
///
/// @param number of the shot as the words count, from 1
/// @param seconds how long it is to be
/// @param size how much it shows
/// @param moves the camera moves named, in order, each with the kinds it may mean: two when a direction is missing
/// @param dialogue what is said in it, in order
/// @param effects sounds that are heard in it, in words
/// @param music what music is wanted, in words
/// @param text the words, without the mark
public record ShotNote(
        OptionalInt number,
        OptionalDouble seconds,
        Optional<ShotSize> size,
        List<List<Kind>> moves,
        List<Speech> dialogue,
        List<String> effects,
        Optional<String> music,
        String text) {
    /// Nothing is said.
    public static final ShotNote NONE = new ShotNote(
            OptionalInt.empty(),
            OptionalDouble.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            "");

    public ShotNote {
        moves = List.copyOf(moves);
        dialogue = List.copyOf(dialogue);
        effects = List.copyOf(effects);
    }

    /// True when there are no words.
    public boolean isEmpty() {
        return text.isBlank();
    }

    ShotNote numbered(int other) {
        return new ShotNote(OptionalInt.of(other), seconds, size, moves, dialogue, effects, music, text);
    }

    ShotNote lasting(OptionalDouble other) {
        return new ShotNote(number, other, size, moves, dialogue, effects, music, text);
    }

    /// How long the dialogue takes, 0 without any.
    double speaking() {
        return dialogue.stream().mapToDouble(Speech::seconds).sum();
    }
}
