package dev.zoetrope.seedance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zoetrope.animatic.FrameSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilmLengthTest {
    @ParameterizedTest
    @CsvSource({"4, 97", "5, 121", "10, 241", "15, 361"})
    void a_film_has_one_frame_more_than_its_seconds_need(int seconds, int frames) {
        assertThat(new FilmLength(seconds).frames()).isEqualTo(frames);
    }

    /// Every count of the published table, and the real records among them.
    @ParameterizedTest
    @CsvSource({
        "480p, 16:9, 40594, 50638, 100858, 151078",
        "480p, 9:16, 40594, 50638, 100858, 151078",
        "480p, 21:9, 40594, 50638, 100858, 151078",
        "480p, 4:3, 39891, 49761, 99111, 148461",
        "480p, 3:4, 39891, 49761, 99111, 148461",
        "480p, 1:1, 38800, 48400, 96400, 144400",
        "720p, 16:9, 87300, 108900, 216900, 324900",
        "720p, 9:16, 87300, 108900, 216900, 324900",
        "720p, 1:1, 87300, 108900, 216900, 324900",
        "720p, 4:3, 87850, 109586, 218266, 326947",
        "720p, 3:4, 87850, 109586, 218266, 326947",
        "720p, 21:9, 87726, 109431, 217959, 326486",
        "1080p, 16:9, 196425, 245025, 488025, 731025",
        "1080p, 1:1, 196425, 245025, 488025, 731025",
        "1080p, 4:3, 196716, 245388, 488748, 732108",
        "1080p, 21:9, 197682, 246593, 491149, 735705",
        "4k, 16:9, 785700, 980100, 1952100, 2924100",
    })
    void tokens_are_those_published(String resolution, String ratio, int four, int five, int ten, int fifteen) {
        FrameSize size = PixelTable.size(
                Resolution.named(resolution).orElseThrow(),
                AspectRatio.named(ratio).orElseThrow());
        assertThat(new FilmLength(4).tokens(size)).isEqualTo(four);
        assertThat(new FilmLength(5).tokens(size)).isEqualTo(five);
        assertThat(new FilmLength(10).tokens(size)).isEqualTo(ten);
        assertThat(new FilmLength(15).tokens(size)).isEqualTo(fifteen);
    }

    @ParameterizedTest
    @CsvSource({"4, 7", "5, 9", "6, 10", "7, 12", "8, 14", "9, 15"})
    void with_a_short_reference_video_the_inferred_minimum_counts(int seconds, int secondsInAll) {
        FrameSize size = new FrameSize(1280, 720);
        assertThat(new FilmLength(seconds).tokensWithVideo(size, 0)).isEqualTo(900 * 24 * secondsInAll);
    }

    @Test
    void with_a_long_reference_video_both_lengths_count() {
        FrameSize size = new FrameSize(1280, 720);
        assertThat(new FilmLength(5).tokensWithVideo(size, 15)).isEqualTo(900 * (15 * 24 + 121));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 3, 16})
    void other_lengths_do_not_exist(int seconds) {
        assertThatThrownBy(() -> new FilmLength(seconds))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not " + seconds);
    }
}
