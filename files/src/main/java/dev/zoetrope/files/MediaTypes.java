package dev.zoetrope.files;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Which media type a file name speaks of, and back. Types as registered with IANA, or as browsers call them where
/// there is no registration.
public final class MediaTypes {
    /// What is said of bytes that nothing is known about (RFC 2046, section 4.5.1).
    public static final String UNKNOWN = "application/octet-stream";

    private static final Map<String, String> BY_EXTENSION = Map.ofEntries(
            Map.entry("mp4", "video/mp4"),
            Map.entry("m4v", "video/mp4"),
            Map.entry("mov", "video/quicktime"),
            Map.entry("webm", "video/webm"),
            Map.entry("mkv", "video/matroska"),
            Map.entry("avi", "video/x-msvideo"),
            Map.entry("png", "image/png"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("jpeg", "image/jpeg"),
            Map.entry("webp", "image/webp"),
            Map.entry("gif", "image/gif"),
            Map.entry("bmp", "image/bmp"),
            Map.entry("tif", "image/tiff"),
            Map.entry("tiff", "image/tiff"),
            Map.entry("avif", "image/avif"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("wav", "audio/wav"),
            Map.entry("mp3", "audio/mpeg"),
            Map.entry("m4a", "audio/mp4"),
            Map.entry("aac", "audio/aac"),
            Map.entry("flac", "audio/flac"),
            Map.entry("ogg", "audio/ogg"),
            Map.entry("opus", "audio/ogg"),
            Map.entry("json", "application/json"),
            Map.entry("otio", "application/vnd.pixar.opentimelineio+json"),
            Map.entry("srt", "application/x-subrip"),
            Map.entry("vtt", "text/vtt"),
            Map.entry("txt", "text/plain"),
            Map.entry("md", "text/markdown"),
            Map.entry("csv", "text/csv"),
            Map.entry("html", "text/html"),
            Map.entry("pdf", "application/pdf"),
            Map.entry("zip", "application/zip"),
            Map.entry("tar", "application/x-tar"),
            Map.entry("gz", "application/gzip"));

    /// Where several extensions have one type, the one that a file gets; and other names of types.
    private static final Map<String, String> PREFERRED = Map.of(
            "video/mp4", "mp4",
            "image/jpeg", "jpg",
            "image/jpg", "jpg",
            "image/tiff", "tif",
            "audio/ogg", "ogg",
            "audio/x-wav", "wav",
            "audio/wave", "wav",
            "audio/vnd.wave", "wav",
            "audio/mp3", "mp3",
            "video/x-matroska", "mkv");

    private static final Map<String, String> BY_TYPE = byType();

    private MediaTypes() {}

    /// The type of a file with this name, by its extension; [#UNKNOWN] when that says nothing.
    public static String of(String fileName) {
        return BY_EXTENSION.getOrDefault(FileNames.extension(fileName), UNKNOWN);
    }

    /// The extension, without a dot, for files of this type; parameters such as a charset are ignored. Empty
    /// for a type that is not known.
    public static Optional<String> extension(String contentType) {
        int end = contentType.indexOf(';');
        String type = end < 0 ? contentType : contentType.substring(0, end);
        return Optional.ofNullable(BY_TYPE.get(type.strip().toLowerCase(Locale.ROOT)));
    }

    private static Map<String, String> byType() {
        var types = new HashMap<String, String>();
        BY_EXTENSION.forEach((extension, type) -> types.put(type, extension));
        types.putAll(PREFERRED);
        return Map.copyOf(types);
    }
}
