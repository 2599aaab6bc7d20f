package dev.zoetrope.animatic;

import java.util.Collections;
import java.util.List;

/// What a film is to be made of: everything the director decides from.
///
/// @param prompt the words, in any language; may be empty when there are pictures
/// @param references the pictures, in the order in which the prompt counts them
/// @param size of the frames
/// @param frames how many, at [Timeline#FRAMES_PER_SECOND]
/// @param seed everything random draws from it
/// @param sound whether the film has a soundtrack
/// @param clips the videos, in the order in which the prompt counts them
public record Brief(
        String prompt,
        List<Reference> references,
        FrameSize size,
        int frames,
        long seed,
        boolean sound,
        List<Clip> clips) {
    /// A video that came with the prompt.
    ///
    /// @param frames what it shows
    /// @param motion how its camera moved: for each stretch between cuts a pose for each frame
    public record Clip(MovingPicture frames, List<List<Pose>> motion) {
        public Clip {
            motion = List.copyOf(motion);
        }
    }

    /// A brief without videos.
    public Brief(String prompt, List<Reference> references, FrameSize size, int frames, long seed, boolean sound) {
        this(prompt, references, size, frames, seed, sound, List.of());
    }

    /// What a picture is for.
    public enum Role {
        /// The film starts exactly on it.
        FIRST_FRAME,
        /// The film ends exactly on it.
        LAST_FRAME,
        /// A storyboard, or a picture to be shown; the reader finds out which.
        REFERENCE
    }

    /// A picture that came with the prompt.
    ///
    /// @param role what it is for
    /// @param picture the picture, already decoded
    /// @param sheet what was found on it
    /// @param captions what is written to each panel of the sheet
    public record Reference(Role role, Picture picture, Sheet sheet, List<Caption> captions) {
        public Reference {
            captions = List.copyOf(captions);
            if (captions.size() != sheet.panels().size()) {
                throw new IllegalArgumentException(
                        "a sheet of " + sheet.panels().size() + " panels has as many captions, not " + captions.size());
            }
        }

        /// A picture without captions.
        public Reference(Role role, Picture picture, Sheet sheet) {
            this(role, picture, sheet, Collections.nCopies(sheet.panels().size(), Caption.NONE));
        }
    }

    public Brief {
        references = List.copyOf(references);
        clips = List.copyOf(clips);
        if (frames < 1) {
            throw new IllegalArgumentException("a film has at least one frame, got " + frames);
        }
    }
}
