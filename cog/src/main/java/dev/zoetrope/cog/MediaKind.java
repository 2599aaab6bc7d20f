package dev.zoetrope.cog;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/// What a file is by its first bytes, whatever its name or a server say. Magic numbers from the formats' own
/// specifications; ISO media brands from the MP4 registration authority.
public enum MediaKind {
    IMAGE_JPEG("image/jpeg", "a JPEG image"),
    IMAGE_PNG("image/png", "a PNG image"),
    IMAGE_WEBP("image/webp", "a WebP image"),
    IMAGE_GIF("image/gif", "a GIF image"),
    IMAGE_BMP("image/bmp", "a BMP image"),
    IMAGE_TIFF("image/tiff", "a TIFF image"),
    IMAGE_HEIC("image/heic", "a HEIC image"),
    IMAGE_AVIF("image/avif", "an AVIF image"),
    IMAGE_SVG("image/svg+xml", "an SVG drawing"),
    VIDEO_MP4("video/mp4", "an MP4 video"),
    VIDEO_MOV("video/quicktime", "a QuickTime video"),
    VIDEO_WEBM("video/webm", "a WebM or Matroska video"),
    VIDEO_AVI("video/x-msvideo", "an AVI video"),
    AUDIO_WAV("audio/wav", "a WAV sound"),
    AUDIO_MP3("audio/mpeg", "an MP3 sound"),
    AUDIO_M4A("audio/mp4", "an M4A sound"),
    AUDIO_AAC("audio/aac", "an AAC sound"),
    AUDIO_FLAC("audio/flac", "a FLAC sound"),
    AUDIO_OGG("audio/ogg", "an Ogg sound"),
    PDF("application/pdf", "a PDF document"),
    ZIP("application/zip", "a ZIP archive"),
    HTML("text/html", "an HTML page"),
    XML("application/xml", "an XML document"),
    JSON("application/json", "a JSON text"),
    TEXT("text/plain", "a text"),
    EMPTY("application/octet-stream", "an empty file"),
    UNKNOWN("application/octet-stream", "a file of no known kind");

    /// How many first bytes decide; fewer do if the file has no more.
    public static final int DECIDING_BYTES = 512;

    private final String contentType;
    private final String words;

    MediaKind(String contentType, String words) {
        this.contentType = contentType;
        this.words = words;
    }

    /// The content type that goes with it.
    public String contentType() {
        return contentType;
    }

    /// What it is, as a message says it.
    public String words() {
        return words;
    }

    /// The kind of a file that begins with these bytes.
    public static MediaKind of(byte[] start) {
        if (start.length == 0) {
            return EMPTY;
        }
        // One char per byte, so that magic numbers read as text.
        String head = new String(start, 0, Math.min(start.length, DECIDING_BYTES), StandardCharsets.ISO_8859_1);
        if (head.startsWith("\u00ff\u00d8\u00ff")) {
            return IMAGE_JPEG;
        } else if (head.startsWith("\u0089PNG\r\n\u001a\n")) {
            return IMAGE_PNG;
        } else if (head.startsWith("GIF87a") || head.startsWith("GIF89a")) {
            return IMAGE_GIF;
        } else if (head.startsWith("RIFF")) {
            return riff(head);
        } else if (head.startsWith("II*\0") || head.startsWith("MM\0*")) {
            return IMAGE_TIFF;
        } else if (head.startsWith("BM") && head.startsWith("\0\0\0\0", 6)) {
            return IMAGE_BMP;
        } else if (head.startsWith("ftyp", 4)) {
            return isoMedia(head);
        } else if (head.length() >= 8 && QUICKTIME_ATOMS.contains(head.substring(4, 8))) {
            return VIDEO_MOV;
        } else if (head.startsWith("\u001aE\u00df\u00a3")) {
            return VIDEO_WEBM;
        }
        return soundOrDocument(head, start);
    }

    /// QuickTime files older than the file type atom begin with one of these.
    private static final String QUICKTIME_ATOMS = "moov mdat wide free skip pnot";

    private static MediaKind riff(String head) {
        if (head.startsWith("WEBP", 8)) {
            return IMAGE_WEBP;
        } else if (head.startsWith("WAVE", 8)) {
            return AUDIO_WAV;
        }
        return head.startsWith("AVI ", 8) ? VIDEO_AVI : UNKNOWN;
    }

    private static MediaKind isoMedia(String head) {
        String brand = head.length() >= 12 ? head.substring(8, 12) : "";
        return switch (brand) {
            case "qt  " -> VIDEO_MOV;
            case "M4A ", "M4B " -> AUDIO_M4A;
            case "heic", "heix", "mif1", "msf1" -> IMAGE_HEIC;
            case "avif", "avis" -> IMAGE_AVIF;
            default -> VIDEO_MP4;
        };
    }

    private static MediaKind soundOrDocument(String head, byte[] start) {
        if (head.startsWith("ID3")) {
            return AUDIO_MP3;
        } else if (head.startsWith("fLaC")) {
            return AUDIO_FLAC;
        } else if (head.startsWith("OggS")) {
            return AUDIO_OGG;
        } else if (head.startsWith("%PDF-")) {
            return PDF;
        } else if (head.startsWith("PK\u0003\u0004")) {
            return ZIP;
        } else if (start.length > 1 && (start[0] & 0xff) == 0xff && (start[1] & 0xf6) == 0xf0) {
            return AUDIO_AAC; // ADTS: twelve sync bits, layer 0
        } else if (start.length > 1 && (start[0] & 0xff) == 0xff && (start[1] & 0xe0) == 0xe0) {
            return AUDIO_MP3; // eleven sync bits of an MPEG audio frame
        }
        return text(head);
    }

    private static MediaKind text(String head) {
        boolean isText =
                head.chars().allMatch(letter -> letter >= ' ' || letter == '\n' || letter == '\r' || letter == '\t');
        if (!isText) {
            return UNKNOWN;
        }
        String begin =
                head.replaceFirst("^\u00ef\u00bb\u00bf", "").stripLeading().toLowerCase(Locale.ROOT);
        if (begin.startsWith("<!doctype html") || begin.startsWith("<html") || begin.startsWith("<head")) {
            return HTML;
        } else if (begin.startsWith("<svg")) {
            return IMAGE_SVG;
        } else if (begin.startsWith("<?xml") || begin.startsWith("<!doctype")) {
            return begin.contains("<svg") ? IMAGE_SVG : begin.contains("<html") ? HTML : XML;
        } else if (begin.startsWith("<")) {
            return HTML;
        }
        return begin.startsWith("{") || begin.startsWith("[") ? JSON : TEXT;
    }

    /// The kinds as a message lists them: "a JPEG image, a PNG image".
    static String list(Collection<MediaKind> kinds) {
        return Arrays.stream(values())
                .filter(kinds::contains)
                .map(MediaKind::words)
                .collect(Collectors.joining(", "));
    }
}
