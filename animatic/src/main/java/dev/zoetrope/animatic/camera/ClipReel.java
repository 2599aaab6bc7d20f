package dev.zoetrope.animatic.camera;

import dev.zoetrope.animatic.MovingPicture;
import dev.zoetrope.animatic.Picture;
import org.jspecify.annotations.Nullable;

/// A clip from one of its frames on, in the film's grade.
///
/// @param clip what plays
/// @param from the frame with which the shot begins
/// @param grading null for none
record ClipReel(MovingPicture clip, int from, @Nullable Grading grading) implements Take.Reel {
    @Override
    public Upright at(int frame) {
        Picture picture = clip.frame(from + frame);
        Upright upright = Upright.of(picture, picture.bounds());
        return grading == null ? upright : grading.of(upright);
    }

    @Override
    public int shown(int frame) {
        return Math.max(0, Math.min(frame, clip.frames() - 1 - from));
    }
}
