package dev.zoetrope.seedance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zoetrope.cog.FetchPolicy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bytedeco.ffmpeg.ffprobe;
import org.bytedeco.javacpp.Loader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Renders a film of four seconds for every cell of the table of sizes, and looks at the file itself.
class FilmTableTest {
    private static SeedanceModel model;

    @TempDir
    Path folder;

    @BeforeAll
    static void open() throws Exception {
        model = new SeedanceModel(new SeedanceConfig("animatic", new FetchPolicy(false, List.of())));
        model.setup();
    }

    @ParameterizedTest
    @CsvSource({
        "480p, 21:9, 992x432", "480p, 16:9, 864x496", "480p, 4:3, 752x560", "480p, 1:1, 640x640",
        "480p, 3:4, 560x752", "480p, 9:16, 496x864", "480p, 9:21, 432x992", "480p, adaptive, 864x496",
        "720p, 21:9, 1470x630", "720p, 16:9, 1280x720", "720p, 4:3, 1112x834", "720p, 1:1, 960x960",
        "720p, 3:4, 834x1112", "720p, 9:16, 720x1280", "720p, 9:21, 630x1470", "720p, adaptive, 1280x720",
        "1080p, 21:9, 2206x946", "1080p, 16:9, 1920x1080", "1080p, 4:3, 1664x1248", "1080p, 1:1, 1440x1440",
        "1080p, 3:4, 1248x1664", "1080p, 9:16, 1080x1920", "1080p, 9:21, 946x2206", "1080p, adaptive, 1920x1080",
        "4k, 21:9, 4398x1886", "4k, 16:9, 3840x2160", "4k, 4:3, 3326x2494", "4k, 1:1, 2880x2880",
        "4k, 3:4, 2494x3326", "4k, 9:16, 2160x3840", "4k, 9:21, 1886x4398", "4k, adaptive, 3840x2160",
    })
    void every_size_is_exact(String resolution, String ratio, String size) throws Exception {
        var context = new RecordingContext(Files.createDirectories(folder.resolve("work")));
        // A camera that stands before what stands makes all frames alike, which is quick even in 4k; the size is what
        // is looked at.
        SeedanceInput input = new Inputs()
                .prompt("固定镜头，一座灯塔")
                .duration(4)
                .resolution(resolution)
                .aspectRatio(ratio)
                .silent()
                .seed(1)
                .build();

        Path film = model.predict(input, context);

        // One stream: a silent film has no track for sound.
        assertThat(probe(film)).isEqualTo("h264," + size.replace('x', ',') + ",yuv420p,24/1,97");
    }

    private static String probe(Path film) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Loader.load(ffprobe.class),
                        "-v",
                        "error",
                        "-count_packets",
                        "-show_entries",
                        "stream=codec_name,width,height,pix_fmt,r_frame_rate,nb_read_packets",
                        "-of",
                        "csv=p=0",
                        film.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(process.waitFor()).isZero();
        return out;
    }
}
