package dev.zoetrope.animatic;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The plan of a film: which picture is seen from which frame to which, and how. It is the contract between the
/// director, who makes it, and the camera, the sound and the cutter, who carry it out; as JSON it can be printed,
/// compared, edited and rendered again.
///
/// Shots tile the film: the first starts at frame 0, each starts where the one before it ends, and the last ends at
/// `frames`. A transition takes place inside the first frames of its shot, while the shot before goes on moving under
/// it.
///
/// @param version of the format, [#VERSION]
/// @param size of the frames
/// @param frames how many the film has
/// @param seed everything random draws from it
/// @param shots in order, at least one
/// @param sound what is heard, null for a film without a soundtrack
public record Timeline(
        int version,
        FrameSize size,
        int frames,
        long seed,
        List<Shot> shots,
        @Nullable Sound sound) {
    /// The format's version.
    public static final int VERSION = 1;

    /// Every film runs at 24 frames a second, as Seedance's do.
    public static final int FRAMES_PER_SECOND = 24;

    /// One shot.
    ///
    /// @param number from 1
    /// @param start its first frame
    /// @param length in frames, at least 1
    /// @param view what is before the camera
    /// @param move how the camera moves over it
    /// @param transition how the shot comes in
    /// @param reason why it is so, one line for the log
    public record Shot(int number, int start, int length, View view, Move move, Transition transition, String reason) {
        /// The first frame after the shot.
        public int end() {
            return start + length;
        }
    }

    /// What is before the camera.
    public sealed interface View {
        /// A part of a reference picture.
        ///
        /// @param reference index into the brief's references
        /// @param quad the part, in that picture's pixels
        record Panel(int reference, Quad quad) implements View {}

        /// A card drawn from words alone.
        ///
        /// @param text what is written on it; empty for a scene without words
        /// @param scene words that set its palette and shapes
        /// @param seed of its drawing
        record Card(String text, String scene, long seed) implements View {}
    }

    /// How the camera moves in a shot.
    ///
    /// @param kind the move
    /// @param amount how far, as a share of the frame: 0.1 pushes in by 10 %, or pans by a tenth of the width
    /// @param easing how it speeds up and slows down
    public record Move(Move.Kind kind, double amount, Easing easing) {
        /// The moves the camera knows. Directions are the camera's: in a pan left the picture slides right.
        public enum Kind {
            STATIC,
            PUSH_IN,
            PULL_OUT,
            PAN_LEFT,
            PAN_RIGHT,
            TILT_UP,
            TILT_DOWN,
            TRUCK_LEFT,
            TRUCK_RIGHT,
            CRANE_UP,
            CRANE_DOWN,
            ORBIT,
            TRACK,
            HANDHELD
        }

        /// Speed over the length of the shot.
        public enum Easing {
            LINEAR,
            EASE_IN_OUT,
            EASE_OUT
        }
    }

    /// How a shot comes in.
    ///
    /// @param kind the transition
    /// @param frames how long it takes; 0 for a cut
    public record Transition(Transition.Kind kind, int frames) {
        /// The transitions there are.
        public enum Kind {
            CUT,
            DISSOLVE,
            FADE_FROM_BLACK
        }

        /// A plain cut.
        public static final Transition CUT = new Transition(Transition.Kind.CUT, 0);
    }

    /// What is heard.
    ///
    /// @param seed of the music
    /// @param tempo in beats a minute
    /// @param mood sets mode and colour of the music
    /// @param ambiences what goes on around, by shot
    public record Sound(long seed, double tempo, Mood mood, List<Ambience> ambiences) {
        /// The moods the music knows.
        public enum Mood {
            CALM,
            BRIGHT,
            TENSE,
            DARK
        }

        /// A bed of sound under a stretch of the film.
        ///
        /// @param kind what it is
        /// @param start first frame
        /// @param length in frames
        public record Ambience(Ambience.Kind kind, int start, int length) {
            /// The beds there are.
            public enum Kind {
                ROOM,
                WIND,
                RAIN,
                SEA,
                STREET,
                NIGHT
            }
        }

        public Sound {
            ambiences = List.copyOf(ambiences);
        }
    }

    public Timeline {
        shots = List.copyOf(shots);
        if (version != VERSION) {
            throw new IllegalArgumentException("timeline version " + version + " is not " + VERSION);
        }
        int at = 0;
        for (Shot shot : shots) {
            if (shot.start() != at || shot.length() < 1) {
                throw new IllegalArgumentException("shot " + shot.number() + " starts at frame " + shot.start()
                        + " with length " + shot.length() + ", but the shot before it ends at " + at);
            }
            at = shot.end();
        }
        if (at != frames) {
            throw new IllegalArgumentException("the shots end at frame " + at + ", the film at " + frames);
        }
    }
}
