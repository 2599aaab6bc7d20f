package dev.zoetrope.seedance;

import dev.zoetrope.animatic.Picture;
import dev.zoetrope.animatic.sound.Recording;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The files of one input, fetched, checked and, where they are pictures, decoded.
///
/// @param stills the pictures, in the order of the input's fields
/// @param films the videos, in the order of the input
/// @param videoSeconds the length of all reference videos together
/// @param recording the reference sounds, one after the other; null where there are none
record Media(
        List<Still> stills,
        List<Reel> films,
        double videoSeconds,
        @Nullable Recording recording) {
    /// A decoded picture.
    ///
    /// @param item where it comes from
    /// @param picture its pixels
    record Still(MediaItem item, Picture picture) {}

    /// A video that can be read.
    ///
    /// @param item where it comes from
    /// @param file where it lies now
    record Reel(MediaItem item, Path file) {}

    Media {
        stills = List.copyOf(stills);
        films = List.copyOf(films);
    }
}
