package dev.zoetrope.animatic;

import java.util.List;

/// What a film is to be made of: everything the director decides from.
///
/// @param prompt the words, in any language; may be empty when there are pictures
/// @param references the pictures, in the order in which the prompt counts them
/// @param size of the frames
/// @param frames how many, at [Timeline#FRAMES_PER_SECOND]
/// @param seed everything random draws from it
/// @param sound whether the film has a soundtrack
public record Brief(String prompt, List<Reference> references, FrameSize size, int frames, long seed, boolean sound) {
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
    public record Reference(Role role, Picture picture, Sheet sheet) {}

    public Brief {
        references = List.copyOf(references);
        if (frames < 1) {
            throw new IllegalArgumentException("a film has at least one frame, got " + frames);
        }
    }
}
