package dev.zoetrope.seedance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediaTypeTest {
    @ParameterizedTest
    @CsvSource({
        "'\u00ff\u00d8\u00ff\u00e0', JPEG",
        "'\u0089PNG\r\n\u001a\n', PNG",
        "'GIF89a', GIF",
        "'BM', BMP",
        "'RIFF....WEBPVP8 ', WEBP",
        "'RIFF....WAVEfmt ', WAV",
        "'....ftypisom', MP4",
        "'....ftypqt  ', MP4",
        "'....moov', MP4",
        "'....ftypheic', HEIC",
        "'ID3\u0004', MP3",
        "'\u00ff\u00fb\u0090d', MP3",
        "'<!DOCTYPE html><html>', HTML",
        "' <html>', HTML",
        "'%PDF-1.7', UNKNOWN",
        "'', UNKNOWN",
        "'....', UNKNOWN",
    })
    void the_first_bytes_tell(String start, MediaType type) {
        assertThat(MediaType.of(start.getBytes(StandardCharsets.ISO_8859_1))).isEqualTo(type);
    }

    @Test
    void tiff_is_known_in_both_byte_orders() {
        assertThat(MediaType.of(new byte[] {'I', 'I', '*', 0})).isEqualTo(MediaType.TIFF);
        assertThat(MediaType.of(new byte[] {'M', 'M', 0, '*'})).isEqualTo(MediaType.TIFF);
    }
}
