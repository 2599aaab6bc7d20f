package dev.zoetrope.seedance;

import dev.zoetrope.animatic.Picture;
import java.util.List;

/// The files of one input, fetched, checked and, where they are pictures, decoded.
///
/// @param stills the pictures, in the order of the input's fields
/// @param videoSeconds the length of all reference videos together
record Media(List<Still> stills, double videoSeconds) {
    /// A decoded picture.
    ///
    /// @param item where it comes from
    /// @param picture its pixels
    record Still(MediaItem item, Picture picture) {}

    Media {
        stills = List.copyOf(stills);
    }
}
