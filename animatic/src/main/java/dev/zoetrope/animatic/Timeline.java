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
/// @param pictures what the panels' references stand for, in their order; may be empty where they are known otherwise
/// @param shots in order, at least one
/// @param sound what is heard, null for a film without a soundtrack
/// @param marks places worth finding again, in order
/// @param extras what later versions of this program have added
public record Timeline(
        int version,
        FrameSize size,
        int frames,
        long seed,
        List<Source> pictures,
        List<Shot> shots,
        @Nullable Sound sound,
        List<Mark> marks,
        Extras extras) {
    /// The format's version.
    public static final int VERSION = 1;

    /// Every film runs at 24 frames a second, as Seedance's do.
    public static final int FRAMES_PER_SECOND = 24;

    /// A picture that shots show.
    /// @param file its name, relative to the timeline's own folder where the timeline is a file
    /// @param width in pixels, in which quads are counted
    /// @param height in pixels
    public record Source(String file, int width, int height) {}

    /// A place worth finding again: the frame, from 0, and what is there.
    public record Mark(int frame, String text) {}

    /// One line of dialogue.
    ///
    /// @param at when it begins, in frames from the start of its shot
    /// @param length how long it takes, in frames
    /// @param speaker who says it, empty when unknown
    /// @param words what is said
    public record Line(int at, int length, String speaker, String words) {}

    /// One shot.
    ///
    /// @param number from 1
    /// @param start its first frame
    /// @param length in frames, at least 1
    /// @param view what is before the camera
    /// @param move how the camera moves over it
    /// @param transition how the shot comes in
    /// @param lines what is said in it, in order
    /// @param life what moves before the picture, in its own tones
    /// @param fadeOut how many frames at its end go down to black; 0 for none
    /// @param depth by how much less than what stands before it the background moves, from 0 to 1: 0 films
    ///     the picture flat, at 1 the background would be endlessly far away
    /// @param reason why it is so, one line for the log
    public record Shot(
            int number,
            int start,
            int length,
            View view,
            Move move,
            Transition transition,
            List<Line> lines,
            Life life,
            int fadeOut,
            double depth,
            String reason) {
        public Shot {
            lines = List.copyOf(lines);
        }

        /// A shot whose picture is filmed flat.
        public Shot(
                int number,
                int start,
                int length,
                View view,
                Move move,
                Transition transition,
                List<Line> lines,
                Life life,
                int fadeOut,
                String reason) {
            this(number, start, length, view, move, transition, lines, life, fadeOut, 0, reason);
        }

        /// A shot that does not fade out.
        public Shot(
                int number,
                int start,
                int length,
                View view,
                Move move,
                Transition transition,
                List<Line> lines,
                Life life,
                String reason) {
            this(number, start, length, view, move, transition, lines, life, 0, reason);
        }

        /// A shot in which nothing but the camera moves.
        public Shot(
                int number,
                int start,
                int length,
                View view,
                Move move,
                Transition transition,
                List<Line> lines,
                String reason) {
            this(number, start, length, view, move, transition, lines, Life.NONE, reason);
        }

        /// A shot without dialogue.
        public Shot(int number, int start, int length, View view, Move move, Transition transition, String reason) {
            this(number, start, length, view, move, transition, List.of(), reason);
        }

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

        /// A clip that plays, frame for frame; after its last frame, that stands.
        ///
        /// @param reference index into the brief's clips
        /// @param from the clip's frame with which the shot begins, at [#FRAMES_PER_SECOND]
        record Clip(int reference, int from) implements View {}
    }

    /// How the camera moves in a shot.
    ///
    /// @param kind the move
    /// @param amount how far, as a share of the frame: 0.1 pushes in by 10 %, or pans by a tenth of the width
    /// @param easing how it speeds up and slows down
    /// @param path for [Kind#PATH] the poses to go through, in order of time; else empty
    public record Move(Move.Kind kind, double amount, Easing easing, List<Key> path) {
        public Move {
            path = List.copyOf(path);
        }

        /// A move that needs no poses.
        public Move(Move.Kind kind, double amount, Easing easing) {
            this(kind, amount, easing, List.of());
        }

        /// A pose on the way.
        ///
        /// @param at when, as a share of the shot, from 0 to 1
        /// @param pose told against the shot's first frame
        public record Key(double at, Pose pose) {}

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
            HANDHELD,
            /// Thrown round: it rests, sweeps, and rests.
            WHIP_LEFT,
            WHIP_RIGHT,
            /// As struck by something heavy; it dies away.
            SHAKE,
            /// The camera goes back while the lens goes near: the subject stays as large as it is, and what is around
            /// it draws away.
            DOLLY_ZOOM,
            /// Through given poses, evenly from each to the next; the amount says how much of each is gone, usually 1.
            PATH
        }

        /// Speed over the length of the shot.
        public enum Easing {
            LINEAR,
            EASE_IN_OUT,
            EASE_OUT,
            /// Even, and then all stands still for the last third: the camera and what lives.
            FREEZE,
            /// Even, and what lives does so in slow motion.
            SLOW_MOTION
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
            FADE_FROM_BLACK,
            /// A soft edge runs from left to right.
            WIPE,
            /// The camera is thrown round from one picture to the other.
            WHIP,
            /// A cut after which the subject stands where the subject before stood, as far as the picture has room.
            MATCH_CUT,
            /// What has moved between two pictures of the same set-up travels as they dissolve; a dissolve between
            /// others.
            MORPH;

            /// Whether the shot before goes on under it.
            public boolean overlaps() {
                return this == DISSOLVE || this == WIPE || this == WHIP || this == MORPH;
            }
        }

        /// A plain cut.
        public static final Transition CUT = new Transition(Transition.Kind.CUT, 0);
    }

    /// A timeline without names of pictures and without marks.
    public Timeline(int version, FrameSize size, int frames, long seed, List<Shot> shots, @Nullable Sound sound) {
        this(version, size, frames, seed, List.of(), shots, sound, List.of());
    }

    /// A timeline without anything that later versions have added.
    public Timeline(
            int version,
            FrameSize size,
            int frames,
            long seed,
            List<Source> pictures,
            List<Shot> shots,
            @Nullable Sound sound,
            List<Mark> marks) {
        this(version, size, frames, seed, pictures, shots, sound, marks, Extras.NONE);
    }

    /// The same plan with more to it.
    public Timeline with(Extras other) {
        return new Timeline(version, size, frames, seed, pictures, shots, sound, marks, other);
    }

    public Timeline {
        pictures = List.copyOf(pictures);
        shots = List.copyOf(shots);
        marks = List.copyOf(marks);
        TimelineFit.requireWhole(version, frames, shots);
    }

    /// Checks that a plan, perhaps edited by hand, can be filmed with these pictures.
    ///
    /// @param clips how many videos there are
    /// @throws MalformedTimeline when a shot shows a picture or video that is not there, or a part outside of it,
    ///     with the JSON path
    public void requireFits(List<Picture> given, int clips) {
        TimelineFit.require(shots, given, clips);
    }

    /// The same plan with other names for its pictures: when they are copied to another place.
    ///
    /// @param files a name for each picture
    public Timeline naming(List<String> files) {
        List<Source> named = TimelineFit.named(pictures, files);
        return new Timeline(version, size, frames, seed, named, shots, sound, marks, extras);
    }
}
