package dev.zoetrope.seedance;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/// What a file is by its first bytes. Neither its name nor the server's content type is believed.
enum MediaType {
    JPEG,
    PNG,
    WEBP,
    BMP,
    TIFF,
    GIF,
    HEIC,
    MP4,
    WAV,
    MP3,
    /// A web page: what a server often gives in place of a missing file.
    HTML,
    UNKNOWN;

    /// How many bytes decide.
    static final int HEAD_BYTES = 64;

    /// The kinds that Seedance takes as pictures.
    static final Set<MediaType> IMAGES = Set.of(JPEG, PNG, WEBP, BMP, TIFF, GIF, HEIC);
    /// The kinds that Seedance takes as videos; MOV is MP4's elder brother and looks the same from outside.
    static final Set<MediaType> VIDEOS = Set.of(MP4);
    /// The kinds that Seedance takes as sound.
    static final Set<MediaType> AUDIOS = Set.of(WAV, MP3);

    private static final Set<String> HEIC_BRANDS =
            Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1");
    /// Boxes with which old QuickTime files start, which have no `ftyp`.
    private static final Set<String> QUICKTIME_BOXES = Set.of("moov", "mdat", "wide");

    /// The type of a file that starts with these bytes.
    static MediaType of(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        if (text.startsWith("\u00ff\u00d8\u00ff")) {
            return JPEG;
        }
        if (text.startsWith("\u0089PNG\r\n\u001a\n")) {
            return PNG;
        }
        if (text.startsWith("GIF87a") || text.startsWith("GIF89a")) {
            return GIF;
        }
        if (text.startsWith("BM")) {
            return BMP;
        }
        if (text.startsWith("II*\0") || text.startsWith("MM\0*")) {
            return TIFF;
        }
        if (text.startsWith("RIFF")) {
            return riff(text);
        }
        if (text.startsWith("ftyp", 4)) {
            return HEIC_BRANDS.contains(part(text, 8)) ? HEIC : MP4;
        }
        if (QUICKTIME_BOXES.contains(part(text, 4))) {
            return MP4;
        }
        if (text.startsWith("ID3") || (head.length > 3 && Mp3Length.isFrame(head, 0))) {
            return MP3;
        }
        String start = text.stripLeading();
        return start.startsWith("<!") || start.startsWith("<html") || start.startsWith("<HTML") ? HTML : UNKNOWN;
    }

    private static MediaType riff(String text) {
        if (part(text, 8).equals("WEBP")) {
            return WEBP;
        }
        return part(text, 8).equals("WAVE") ? WAV : UNKNOWN;
    }

    private static String part(String text, int from) {
        return text.length() < from + 4 ? "" : text.substring(from, from + 4);
    }
}
