package dev.zoetrope.seedance;

import dev.zoetrope.cog.Input;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The inputs of `bytedance/seedance-2.0-fast`: those of [SeedanceInput], with fewer resolutions to choose from. A
/// record
/// of its own, because the published schema must list exactly the choices there are.
public record FastInput(
        @Input(description = InputText.PROMPT) String prompt,
        @Input(description = InputText.IMAGE) @Nullable URI image,

        @Input(description = InputText.LAST_FRAME_IMAGE) @Nullable
        URI lastFrameImage,

        @Input(description = InputText.REFERENCE_IMAGES, defaultJson = "[]")
        List<URI> referenceImages,

        @Input(description = InputText.REFERENCE_VIDEOS, defaultJson = "[]")
        List<URI> referenceVideos,

        @Input(description = InputText.REFERENCE_AUDIOS, defaultJson = "[]")
        List<URI> referenceAudios,

        @Input(description = InputText.DURATION, defaultJson = "5", min = -1, max = 15)
        int duration,

        @Input(
                description = InputText.RESOLUTION,
                defaultJson = "\"720p\"",
                choices = {"480p", "720p"})
        String resolution,

        @Input(
                description = InputText.ASPECT_RATIO,
                defaultJson = "\"16:9\"",
                choices = {"16:9", "4:3", "1:1", "3:4", "9:16", "21:9", "9:21", "adaptive"})
        String aspectRatio,

        @Input(description = InputText.GENERATE_AUDIO, defaultJson = "true")
        boolean generateAudio,

        @Input(description = InputText.SEED) @Nullable Long seed,

        @Input(description = InputText.TIMELINE, hidden = true, maxLength = TimelineInput.MAX_BYTES) @Nullable
        String timeline) {
    public FastInput {
        referenceImages = List.copyOf(referenceImages);
        referenceVideos = List.copyOf(referenceVideos);
        referenceAudios = List.copyOf(referenceAudios);
    }

    /// The same inputs in the form that both models share.
    SeedanceInput common() {
        return new SeedanceInput(
                prompt,
                image,
                lastFrameImage,
                referenceImages,
                referenceVideos,
                referenceAudios,
                duration,
                resolution,
                aspectRatio,
                generateAudio,
                seed,
                timeline);
    }
}
