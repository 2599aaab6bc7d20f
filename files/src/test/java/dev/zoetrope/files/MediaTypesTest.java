package dev.zoetrope.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediaTypesTest {
    @ParameterizedTest
    @CsvSource({
        "mp4, video/mp4",
        "mov, video/quicktime",
        "webm, video/webm",
        "png, image/png",
        "jpg, image/jpeg",
        "webp, image/webp",
        "gif, image/gif",
        "bmp, image/bmp",
        "wav, audio/wav",
        "mp3, audio/mpeg",
        "json, application/json",
        "txt, text/plain",
        "otio, application/vnd.pixar.opentimelineio+json",
        "srt, application/x-subrip",
    })
    void types_and_extensions_go_both_ways(String extension, String type) {
        assertThat(MediaTypes.of("a." + extension)).isEqualTo(type);
        assertThat(MediaTypes.extension(type)).contains(extension);
    }

    @Test
    void what_is_not_known_is_a_stream_of_octets() {
        assertThat(MediaTypes.of("a.xyz")).isEqualTo("application/octet-stream");
        assertThat(MediaTypes.of("none")).isEqualTo("application/octet-stream");
        assertThat(MediaTypes.extension("application/octet-stream")).isEmpty();
        assertThat(MediaTypes.extension("")).isEmpty();
    }

    @Test
    void case_and_parameters_do_not_matter() {
        assertThat(MediaTypes.of("A.JPEG")).isEqualTo("image/jpeg");
        assertThat(MediaTypes.extension("Text/Plain; charset=utf-8")).contains("txt");
        assertThat(MediaTypes.extension("audio/x-wav")).contains("wav");
    }
}
