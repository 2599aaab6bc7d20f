package dev.zoetrope.seedance;

import dev.zoetrope.animatic.Picture;
import dev.zoetrope.animatic.sound.Recording;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The files of one input, fetched, checked and, where they are pictures, decoded.
///
/// @param stills the pictures, in the order of the input's fields
/// @param videoSeconds the length of all reference videos together
/// @param recording the reference sounds, one after the other; null where there are none
record Media(
        List<Still> stills, double videoSeconds, @Nullable Recording recording) {
    /// A decoded picture.
    ///
    /// @param item where it comes from
    /// @param picture its pixels
    record Still(MediaItem item, Picture picture) {}

    Media {
        stills = List.copyOf(stills);
    }
}
