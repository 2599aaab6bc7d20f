package dev.zoetrope.seedance;

import dev.zoetrope.animatic.MalformedTimeline;
import dev.zoetrope.animatic.Picture;
import dev.zoetrope.animatic.Timeline;
import dev.zoetrope.animatic.TimelineJson;
import dev.zoetrope.cog.Context;
import dev.zoetrope.cog.FetchException;
import dev.zoetrope.cog.FetchLimits;
import dev.zoetrope.cog.Fetcher;
import dev.zoetrope.cog.MediaKind;
import dev.zoetrope.cog.ModelException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A timeline that comes with an input, to be filmed instead of what the director would choose. Thread-safe.
final class TimelineInput {
    /// A film of 15 seconds needs some kilobytes; this leaves room for long ones with many words.
    static final int MAX_BYTES = 1 << 20;

    /// A longer film than Seedance's would hold the slot for minutes.
    private static final int MAX_FRAMES = new FilmLength(FilmLength.MAX_SECONDS).frames();

    private final Fetcher fetcher;

    TimelineInput(Fetcher fetcher) {
        this.fetcher = fetcher;
    }

    /// The timeline of an input, checked against its pictures; empty when the input has none. Throws [ModelException]
    /// with the JSON path of the first fault.
    ///
    /// @param clips how many videos came with it
    Optional<Timeline> read(SeedanceInput input, List<Picture> pictures, int clips, Context context) throws Exception {
        String given = input.timeline();
        if (given == null || given.isBlank()) {
            return Optional.empty();
        }
        try {
            Timeline timeline =
                    TimelineJson.read(given.stripLeading().startsWith("{") ? given : fetched(given, context));
            timeline.requireFits(pictures, clips);
            if (timeline.frames() > MAX_FRAMES) {
                throw new ModelException("timeline: $.frames is " + timeline.frames() + ", but at most " + MAX_FRAMES
                        + " are made here; render longer ones with ./zoetrope render");
            }
            return Optional.of(timeline);
        } catch (MalformedTimeline e) {
            throw new ModelException("timeline: " + e.getMessage());
        }
    }

    private String fetched(String address, Context context) throws ModelException, IOException, InterruptedException {
        Path file = context.workFolder().resolve("timeline-input.json");
        try {
            fetcher.fetch(URI.create(address.strip()), FetchLimits.of(MAX_BYTES, MediaKind.JSON, MediaKind.TEXT), file);
        } catch (FetchException e) {
            throw new ModelException("timeline: " + e.getMessage());
        } catch (IllegalArgumentException e) {
            throw new ModelException("timeline is neither JSON text, which begins with {, nor an address");
        }
        return Files.readString(file, StandardCharsets.UTF_8);
    }
}
