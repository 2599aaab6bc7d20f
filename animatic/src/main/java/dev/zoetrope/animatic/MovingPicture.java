package dev.zoetrope.animatic;

/// A clip that is to be seen in a film: its frames at [Timeline#FRAMES_PER_SECOND], whatever the file's own rate.
/// Safe for any number of threads. Asking in about ascending order is fast; going back begins to read anew.
public interface MovingPicture {
    /// Width of each frame in pixels.
    int width();

    /// Height of each frame in pixels.
    int height();

    /// How many frames there are, at least one.
    int frames();

    /// One frame. Blocking, for as long as decoding takes.
    ///
    /// @param number from 0; beyond the last frame the last stands
    Picture frame(int number);
}
