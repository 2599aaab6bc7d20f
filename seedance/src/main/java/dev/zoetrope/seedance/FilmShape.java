package dev.zoetrope.seedance;

import dev.zoetrope.animatic.Brief;
import dev.zoetrope.animatic.FrameSize;
import dev.zoetrope.animatic.director.Director;
import java.util.List;

/// How large and how long a film is to be, by its input and, where that leaves it open, by what came with it.
final class FilmShape {
    private FilmShape() {}

    /// The frame size; `adaptive` follows the first picture, else the first video, or is 16:9 where there is neither.
    static FrameSize size(SeedanceInput input, Media media, List<Brief.Clip> clips) {
        Resolution resolution = Resolution.named(input.resolution()).orElseThrow();
        AspectRatio fallback = clips.stream()
                .findFirst()
                .map(clip ->
                        AspectRatio.nearest(clip.frames().width(), clip.frames().height()))
                .orElse(AspectRatio.R16_9);
        AspectRatio adapted = media.stills().stream()
                .findFirst()
                .map(still -> AspectRatio.nearest(
                        still.picture().width(), still.picture().height()))
                .orElse(fallback);
        return PixelTable.size(
                resolution, AspectRatio.named(input.aspectRatio()).orElse(adapted));
    }

    /// The length asked for; if it is left open, the one that the words, pictures and videos need.
    static int seconds(SeedanceInput input, List<Brief.Reference> references, List<Brief.Clip> clips) {
        return input.duration() != FilmLength.CHOSEN_BY_ENGINE
                ? input.duration()
                : Math.clamp(
                        Director.wantedSeconds(input.prompt(), references, clips),
                        FilmLength.MIN_SECONDS,
                        FilmLength.MAX_SECONDS);
    }
}
