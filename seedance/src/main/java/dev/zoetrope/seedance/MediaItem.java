package dev.zoetrope.seedance;

import dev.zoetrope.cog.ModelException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// One file that an input names.
///
/// @param kind what it should be
/// @param use what it is for
/// @param field where it stands in the input, counted from 0 as in JSON, such as `reference_images[2]`
/// @param number the number by which the prompt names it, counted from 1 among its kind
/// @param uri where it is
record MediaItem(Kind kind, Use use, String field, int number, URI uri) {
    private static final int SHOWN_OF_DATA_URI = 40;
    private static final long MEBIBYTE = 1 << 20;

    /// What it may be: the types and sizes that Seedance 2.0 takes, from ByteDance's description of the create-task
    /// call.
    enum Kind {
        /// Less than 30 MB each.
        IMAGE("an image", "JPEG, PNG, WebP, BMP, TIFF or GIF", 30 * MEBIBYTE - 1),
        /// Up to 200 MB each.
        VIDEO("a video", "MP4 or MOV", 200 * MEBIBYTE),
        /// Up to 15 MB each.
        AUDIO("a sound file", "WAV or MP3", 15 * MEBIBYTE);

        private final String words;
        private final String formats;
        private final long maxBytes;

        Kind(String words, String formats, long maxBytes) {
            this.words = words;
            this.formats = formats;
            this.maxBytes = maxBytes;
        }

        long maxBytes() {
            return maxBytes;
        }

        Set<MediaType> types() {
            return switch (this) {
                case IMAGE -> MediaType.IMAGES;
                case VIDEO -> MediaType.VIDEOS;
                case AUDIO -> MediaType.AUDIOS;
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

    /// Throws unless the type is one of the kind's.
    void checkType(MediaType type) throws ModelException {
        if (type == MediaType.HTML) {
            throw error("it is a web page, not " + kind.words + "; give the address of the file itself");
        }
        if (!kind.types().contains(type)) {
            String found = type == MediaType.UNKNOWN ? "of no known type" : type.toString();
            throw error("it is " + found + ", not " + kind.words + "; send " + kind.formats);
        }
    }

    /// A failure of this file, for the caller to read: which field, which address, what is wrong.
    ModelException error(String message) {
        return new ModelException(field + " (" + shown() + "): " + message);
    }

    /// The address without what may be secret or long: the query of a signed URL, the content of a data URI.
    private String shown() {
        String text = uri.toString();
        if ("data".equals(uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT))) {
            return text.length() <= SHOWN_OF_DATA_URI ? text : text.substring(0, SHOWN_OF_DATA_URI) + "...";
        }
        int end = text.indexOf('?');
        String address = end < 0 ? text : text.substring(0, end);
        String user = uri.getRawUserInfo();
        return user == null ? address : address.replace(user + "@", "");
    }
}
