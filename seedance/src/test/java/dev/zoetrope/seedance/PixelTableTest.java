package dev.zoetrope.seedance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PixelTableTest {
    @ParameterizedTest
    @CsvSource({
        "480p,  992x432,   864x496,   752x560,   640x640,   560x752,   496x864,   432x992",
        "720p,  1470x630,  1280x720,  1112x834,  960x960,   834x1112,  720x1280,  630x1470",
        "1080p, 2206x946,  1920x1080, 1664x1248, 1440x1440, 1248x1664, 1080x1920, 946x2206",
        "4k,    4398x1886, 3840x2160, 3326x2494, 2880x2880, 2494x3326, 2160x3840, 1886x4398",
    })
    void each_resolution_and_shape_has_the_published_size(
            String resolution,
            String r21to9,
            String r16to9,
            String r4to3,
            String r1to1,
            String r3to4,
            String r9to16,
            String r9to21) {
        assertThat(size(resolution, "21:9")).isEqualTo(r21to9);
        assertThat(size(resolution, "16:9")).isEqualTo(r16to9);
        assertThat(size(resolution, "4:3")).isEqualTo(r4to3);
        assertThat(size(resolution, "1:1")).isEqualTo(r1to1);
        assertThat(size(resolution, "3:4")).isEqualTo(r3to4);
        assertThat(size(resolution, "9:16")).isEqualTo(r9to16);
        assertThat(size(resolution, "9:21")).isEqualTo(r9to21);
    }

    @ParameterizedTest
    @CsvSource({
        "1600, 1200, 4:3",
        "1920, 1080, 16:9",
        "1000, 1000, 1:1",
        "1080, 1920, 9:16",
        "3000, 4000, 3:4",
        "2500, 1000, 21:9",
        "1000, 2500, 9:16",
        "1210, 1000, 4:3",
        "1150, 1000, 1:1",
    })
    void adaptive_takes_the_nearest_of_the_six_shapes(int width, int height, String nearest) {
        assertThat(AspectRatio.nearest(width, height)).hasToString(nearest);
    }

    @Test
    void the_wish_to_adapt_is_no_shape() {
        assertThat(AspectRatio.named("adaptive")).isEmpty();
    }

    private static String size(String resolution, String ratio) {
        return PixelTable.size(
                        Resolution.named(resolution).orElseThrow(),
                        AspectRatio.named(ratio).orElseThrow())
                .toString();
    }
}
