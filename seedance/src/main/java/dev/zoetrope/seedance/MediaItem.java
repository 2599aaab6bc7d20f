package dev.zoetrope.seedance;

import dev.zoetrope.cog.FetchException;
import dev.zoetrope.cog.FetchLimits;
import dev.zoetrope.cog.MediaKind;
import dev.zoetrope.cog.ModelException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/// One file that an input names.
///
/// @param kind what it should be
/// @param use what it is for
/// @param field where it stands in the input, counted from 0 as in JSON, such as `reference_images[2]`
/// @param number the number by which the prompt names it, counted from 1 among its kind
/// @param uri where it is
record MediaItem(Kind kind, Use use, String field, int number, URI uri) {
    private static final long MEBIBYTE = 1 << 20;
    /// Seedance: "less than 30 MB".
    static final long MAX_IMAGE_BYTES = 30 * MEBIBYTE - 1;
    /// Seedance: up to 200 MB, where older descriptions said 50.
    static final long MAX_VIDEO_BYTES = 200 * MEBIBYTE;
    /// Seedance: up to 15 MB.
    static final long MAX_AUDIO_BYTES = 15 * MEBIBYTE;

    /// What it may be: the types and sizes that Seedance 2.0 takes, from ByteDance's description of the create-task
    /// call.
    enum Kind {
        /// Seedance takes HEIC as well, which our decoder does not read.
        IMAGE,
        VIDEO,
        AUDIO;

        /// What one file of the kind may be.
        FetchLimits limits() {
            return switch (this) {
                case IMAGE ->
                    FetchLimits.of(
                            MAX_IMAGE_BYTES,
                            MediaKind.IMAGE_JPEG,
                            MediaKind.IMAGE_PNG,
                            MediaKind.IMAGE_WEBP,
                            MediaKind.IMAGE_BMP,
                            MediaKind.IMAGE_TIFF,
                            MediaKind.IMAGE_GIF);
                case VIDEO -> FetchLimits.of(MAX_VIDEO_BYTES, MediaKind.VIDEO_MP4, MediaKind.VIDEO_MOV);
                case AUDIO -> FetchLimits.of(MAX_AUDIO_BYTES, MediaKind.AUDIO_WAV, MediaKind.AUDIO_MP3);
            };
        }
    }

    /// What it is for.
    enum Use {
        FIRST_FRAME,
        LAST_FRAME,
        REFERENCE
    }

    /// All files of an input, in the order of its fields.
    static List<MediaItem> of(SeedanceInput input) {
        List<MediaItem> items = new ArrayList<>();
        if (input.image() != null) {
            items.add(new MediaItem(Kind.IMAGE, Use.FIRST_FRAME, "image", 1, input.image()));
        }
        if (input.lastFrameImage() != null) {
            items.add(new MediaItem(Kind.IMAGE, Use.LAST_FRAME, "last_frame_image", 2, input.lastFrameImage()));
        }
        items.addAll(references(Kind.IMAGE, "reference_images", input.referenceImages()));
        items.addAll(references(Kind.VIDEO, "reference_videos", input.referenceVideos()));
        items.addAll(references(Kind.AUDIO, "reference_audios", input.referenceAudios()));
        return items;
    }

    private static List<MediaItem> references(Kind kind, String field, List<URI> uris) {
        List<MediaItem> items = new ArrayList<>();
        for (int i = 0; i < uris.size(); i++) {
            items.add(new MediaItem(kind, Use.REFERENCE, field + "[" + i + "]", i + 1, uris.get(i)));
        }
        return items;
    }

    /// Its name in the log, as the prompt would call it.
    String title() {
        return switch (use) {
            case FIRST_FRAME -> "First frame";
            case LAST_FRAME -> "Last frame";
            case REFERENCE ->
                switch (kind) {
                    case IMAGE -> "Image " + number;
                    case VIDEO -> "Video " + number;
                    case AUDIO -> "Audio " + number;
                };
        };
    }

    /// A failure of this file, for the caller to read: which field, which address, what is wrong.
    ModelException error(String message) {
        return new ModelException(field + " (" + FetchException.shown(uri) + "): " + message);
    }

    /// The same for a failed fetch, whose message begins with the address.
    ModelException error(FetchException failure) {
        String address = FetchException.shown(uri) + ": ";
        String message = String.valueOf(failure.getMessage());
        return error(message.startsWith(address) ? message.substring(address.length()) : message);
    }
}
