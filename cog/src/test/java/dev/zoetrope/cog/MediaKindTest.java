package dev.zoetrope.cog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MediaKindTest {
    @Test
    void files_are_known_by_their_first_bytes() {
        Map<String, MediaKind> starts = Map.ofEntries(
                Map.entry("\u00ff\u00d8\u00ff\u00e0..JFIF", MediaKind.IMAGE_JPEG),
                Map.entry("\u0089PNG\r\n\u001a\n", MediaKind.IMAGE_PNG),
                Map.entry("RIFF1234WEBPVP8 ", MediaKind.IMAGE_WEBP),
                Map.entry("GIF89a", MediaKind.IMAGE_GIF),
                Map.entry("BM1234\0\0\0\0", MediaKind.IMAGE_BMP),
                Map.entry("MM\0*", MediaKind.IMAGE_TIFF),
                Map.entry("\0\0\0 ftypisom", MediaKind.VIDEO_MP4),
                Map.entry("\0\0\0\u0014ftypqt  ", MediaKind.VIDEO_MOV),
                Map.entry("\0\0\0\bwide", MediaKind.VIDEO_MOV),
                Map.entry("\0\0\0 ftypM4A ", MediaKind.AUDIO_M4A),
                Map.entry("\0\0\0 ftypavif", MediaKind.IMAGE_AVIF),
                Map.entry("\u001aE\u00df\u00a3", MediaKind.VIDEO_WEBM),
                Map.entry("RIFF1234WAVEfmt ", MediaKind.AUDIO_WAV),
                Map.entry("RIFF1234AVI LIST", MediaKind.VIDEO_AVI),
                Map.entry("ID3\4", MediaKind.AUDIO_MP3),
                Map.entry("\u00ff\u00fb\u0090", MediaKind.AUDIO_MP3),
                Map.entry("\u00ff\u00f1P", MediaKind.AUDIO_AAC),
                Map.entry("fLaC", MediaKind.AUDIO_FLAC),
                Map.entry("OggS", MediaKind.AUDIO_OGG),
                Map.entry("%PDF-1.7", MediaKind.PDF),
                Map.entry("PK\3\4", MediaKind.ZIP),
                Map.entry("\u00ef\u00bb\u00bf\n <!DOCTYPE html>", MediaKind.HTML),
                Map.entry("<?xml version=\"1.0\"?><svg>", MediaKind.IMAGE_SVG),
                Map.entry("<?xml version=\"1.0\"?><Error>", MediaKind.XML),
                Map.entry("{\"error\":1}", MediaKind.JSON),
                Map.entry("not found", MediaKind.TEXT),
                Map.entry("", MediaKind.EMPTY),
                Map.entry("\1\2\3", MediaKind.UNKNOWN));

        starts.forEach((start, kind) -> assertThat(MediaKind.of(start.getBytes(StandardCharsets.ISO_8859_1)))
                .as(start)
                .isEqualTo(kind));
    }
}
