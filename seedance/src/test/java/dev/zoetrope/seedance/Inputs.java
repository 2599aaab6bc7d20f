package dev.zoetrope.seedance;

import java.net.URI;
import java.util.List;

/// A way to write down inputs in tests: the defaults, changed one by one.
final class Inputs {
    private String prompt = "a boat sails by";
    private URI image;
    private URI lastFrameImage;
    private List<URI> referenceImages = List.of();
    private List<URI> referenceVideos = List.of();
    private List<URI> referenceAudios = List.of();
    private int duration = 5;
    private String resolution = "720p";
    private String aspectRatio = "16:9";
    private boolean generateAudio = true;
    private Long seed;
    private String timeline;

    Inputs prompt(String value) {
        prompt = value;
        return this;
    }

    Inputs image(String value) {
        image = URI.create(value);
        return this;
    }

    Inputs lastFrameImage(String value) {
        lastFrameImage = URI.create(value);
        return this;
    }

    Inputs referenceImages(String... values) {
        referenceImages = uris(values);
        return this;
    }

    Inputs referenceVideos(String... values) {
        referenceVideos = uris(values);
        return this;
    }

    Inputs referenceAudios(String... values) {
        referenceAudios = uris(values);
        return this;
    }

    Inputs duration(int value) {
        duration = value;
        return this;
    }

    Inputs resolution(String value) {
        resolution = value;
        return this;
    }

    Inputs aspectRatio(String value) {
        aspectRatio = value;
        return this;
    }

    Inputs silent() {
        generateAudio = false;
        return this;
    }

    Inputs seed(long value) {
        seed = value;
        return this;
    }

    Inputs timeline(String value) {
        timeline = value;
        return this;
    }

    SeedanceInput build() {
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

    private static List<URI> uris(String... values) {
        return List.of(values).stream().map(URI::create).toList();
    }
}
