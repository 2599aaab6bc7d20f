package dev.zoetrope.seedance;

import dev.zoetrope.cog.ModelException;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The rules between and within the inputs that a schema cannot say, as ByteDance and Replicate apply them. Touches no
/// network. Each message names the field, the value and the remedy.
final class Rules {
    /// Ark takes one to nine reference images.
    static final int MAX_REFERENCE_IMAGES = 9;
    /// Ark takes up to three reference videos.
    static final int MAX_REFERENCE_VIDEOS = 3;
    /// Ark takes up to three reference audios.
    static final int MAX_REFERENCE_AUDIOS = 3;
    /// Ark's own way to say "choose a seed".
    static final long SEED_CHOSEN_BY_MODEL = -1;
    /// The greatest seed that Ark documents.
    static final long MAX_SEED = Integer.MAX_VALUE;

    private final Variant variant;

    Rules(Variant variant) {
        this.variant = variant;
    }

    /// Throws [ModelException] for the first rule that is broken.
    void check(SeedanceInput input) throws ModelException {
        checkPrompt(input);
        checkModes(input);
        checkCount("reference_images", input.referenceImages(), MAX_REFERENCE_IMAGES);
        checkCount("reference_videos", input.referenceVideos(), MAX_REFERENCE_VIDEOS);
        checkCount("reference_audios", input.referenceAudios(), MAX_REFERENCE_AUDIOS);
        checkAudios(input);
        checkDuration(input.duration());
        checkResolution(input.resolution());
        checkAspectRatio(input.aspectRatio());
        checkSeed(input);
    }

    private static void checkPrompt(SeedanceInput input) throws ModelException {
        if (input.prompt().isBlank()) {
            throw new ModelException("prompt is blank; say in a few words what the film shows");
        }
    }

    private static void checkModes(SeedanceInput input) throws ModelException {
        if (input.lastFrameImage() != null && input.image() == null) {
            throw new ModelException("last_frame_image is given without image; add image, the picture on which the film"
                    + " starts, or use reference_images");
        }
        if (input.image() == null) {
            return;
        }
        List<String> references = Stream.of(
                        input.referenceImages().isEmpty() ? "" : "reference_images",
                        input.referenceVideos().isEmpty() ? "" : "reference_videos",
                        input.referenceAudios().isEmpty() ? "" : "reference_audios")
                .filter(name -> !name.isEmpty())
                .toList();
        if (!references.isEmpty()) {
            String frames = input.lastFrameImage() == null ? "image" : "image and last_frame_image";
            throw new ModelException(frames + " cannot be used together with " + String.join(", ", references)
                    + "; give either first and last frame, or references");
        }
    }

    private static void checkCount(String field, List<URI> items, int most) throws ModelException {
        if (items.size() > most) {
            throw new ModelException(field + " has " + items.size() + " items, but at most " + most
                    + " are taken; leave out " + (items.size() - most));
        }
    }

    private static void checkAudios(SeedanceInput input) throws ModelException {
        if (!input.referenceAudios().isEmpty()
                && input.referenceImages().isEmpty()
                && input.referenceVideos().isEmpty()) {
            throw new ModelException("reference_audios need at least one item in reference_images or reference_videos;"
                    + " add one, or leave the audios out");
        }
    }

    private static void checkDuration(int duration) throws ModelException {
        if (duration == FilmLength.CHOSEN_BY_ENGINE) {
            return;
        }
        if (duration < FilmLength.MIN_SECONDS || duration > FilmLength.MAX_SECONDS) {
            throw new ModelException("Duration must be between 4 and 15 seconds, or -1; got " + duration);
        }
    }

    private void checkResolution(String resolution) throws ModelException {
        boolean made = Resolution.named(resolution)
                .filter(variant.resolutions()::contains)
                .isPresent();
        if (!made) {
            throw new ModelException(
                    "resolution " + quoted(resolution) + " is not made by " + variant + "; choose one of "
                            + joined(variant.resolutions())
                            + (variant == Variant.FAST ? ", or use " + Variant.STANDARD : ""));
        }
    }

    private static void checkAspectRatio(String ratio) throws ModelException {
        if (!ratio.equals(AspectRatio.ADAPTIVE) && AspectRatio.named(ratio).isEmpty()) {
            throw new ModelException("aspect_ratio " + quoted(ratio) + " is unknown; choose one of "
                    + joined(Arrays.asList(AspectRatio.values())) + ", " + AspectRatio.ADAPTIVE);
        }
    }

    private static void checkSeed(SeedanceInput input) throws ModelException {
        Long seed = input.seed();
        if (seed != null && (seed < SEED_CHOSEN_BY_MODEL || seed > MAX_SEED)) {
            throw new ModelException("seed is " + seed + ", but must lie between 0 and " + MAX_SEED
                    + "; leave it out to have one chosen");
        }
    }

    private static String quoted(String value) {
        return '"' + value + '"';
    }

    private static String joined(List<?> values) {
        return values.stream().map(Object::toString).collect(Collectors.joining(", "));
    }
}
