package dev.zoetrope.animatic;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a plan has beside pictures, shots and sound.
///
/// @param clips what the clips' references stand for, in their order; may be empty where they are known otherwise
/// @param captions how the dialogue is shown
/// @param grade how all colours are changed; null leaves them as they are
public record Extras(
        List<Clip> clips, Captions captions, @Nullable Grade grade) {
    /// No clips, captions that a player may show, colours as they are.
    public static final Extras NONE = new Extras(List.of(), Captions.SOFT, null);

    public Extras {
        clips = List.copyOf(clips);
    }

    /// How dialogue can be read.
    public enum Captions {
        /// In a track of its own, which players show on request.
        SOFT,
        /// Drawn into the picture.
        BURNT
    }

    /// A clip that shots show.
    ///
    /// @param file its name, relative to the timeline's own folder where the timeline is a file
    /// @param frames how many it has at [Timeline#FRAMES_PER_SECOND]
    public record Clip(String file, int frames) {}

    /// The same with other captions.
    public Extras with(Captions other) {
        return new Extras(clips, other, grade);
    }

    /// The same with a grade.
    public Extras with(@Nullable Grade other) {
        return new Extras(clips, captions, other);
    }

    /// The same plan with other names for its clips.
    ///
    /// @param files a name for each clip
    public Extras naming(List<String> files) {
        if (files.size() != clips.size()) {
            throw new IllegalArgumentException(
                    "the timeline has " + clips.size() + " clips, but " + files.size() + " names are given");
        }
        return new Extras(
                java.util.stream.IntStream.range(0, files.size())
                        .mapToObj(i -> new Clip(files.get(i), clips.get(i).frames()))
                        .toList(),
                captions,
                grade);
    }
}
