package dev.zoetrope.animatic.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.zoetrope.animatic.Colour;
import dev.zoetrope.animatic.Picture;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VideoReaderTest {
    @TempDir
    Path folder;

    private Path plain;

    @BeforeEach
    void make() {
        plain = made("plain.mp4", "testsrc2=size=320x240:rate=24:duration=2");
    }

    /// Encodes what a source of FFmpeg's draws.
    private Path made(String name, String source, String... options) {
        Path file = folder.resolve(name);
        var arguments = new ArrayList<>(List.of("-y", "-f", "lavfi", "-i", source, "-pix_fmt", "yuv420p"));
        arguments.addAll(List.of(options));
        arguments.add(file.toString());
        Tools.ffmpeg(arguments.toArray(String[]::new));
        return file;
    }

    @Test
    void every_frame_comes_in_its_time() throws IOException {
        try (VideoReader reader = VideoReader.open(plain)) {
            assertThat(reader.facts()).isEqualTo(new VideoReader.Facts(320, 240, 2, 24));
            int count = 0;
            while (reader.next()) {
                assertThat(reader.seconds()).isCloseTo(count / 24.0, within(0.001));
                count++;
            }
            assertThat(count).isEqualTo(48);
            assertThat(reader.nextSeconds()).isInfinite();
        }
    }

    @Test
    void colours_are_those_that_were_encoded() throws IOException {
        Path red = made(
                "red.mp4",
                "color=c=0xd02010:size=320x240:rate=24:duration=1",
                "-vf",
                "scale=out_color_matrix=bt709:out_range=tv",
                "-colorspace",
                "bt709");
        assertThat(Colour.distance(firstFrame(red).at(100, 100), 0xd02010)).isLessThanOrEqualTo(6);
    }

    @Test
    void a_video_held_upright_is_seen_upright() throws IOException {
        Path lying = made("lying.mp4", "color=c=red:size=320x240:rate=24:duration=1,drawbox=0:0:320:60:blue:fill");
        Path held = folder.resolve("held.mp4");
        Tools.ffmpeg("-y", "-display_rotation", "90", "-i", lying.toString(), "-c", "copy", held.toString());
        try (VideoReader reader = VideoReader.open(held)) {
            assertThat(reader.facts().width()).isEqualTo(240);
            assertThat(reader.facts().height()).isEqualTo(320);
        }
        // Turned against the clock by a quarter, the top is on the left.
        Picture frame = firstFrame(held);
        assertThat(Colour.blue(frame.at(20, 160))).isGreaterThan(180);
        assertThat(Colour.red(frame.at(200, 160))).isGreaterThan(180);
    }

    @Test
    void pixels_that_are_not_square_are_stretched() throws IOException {
        Path wide = made("wide.mp4", "testsrc2=size=360x288:rate=24:duration=1,setsar=16/11");
        try (VideoReader reader = VideoReader.open(wide)) {
            assertThat(reader.facts().width()).isEqualTo(524);
            assertThat(reader.facts().height()).isEqualTo(288);
        }
    }

    @Test
    void ten_bits_and_high_dynamic_range_become_eight_bits() throws IOException {
        Path deep = folder.resolve("deep.mp4");
        Tools.ffmpeg(
                "-y",
                "-f",
                "lavfi",
                "-i",
                "color=c=0x808080:size=320x240:rate=24:duration=1,format=yuv420p10le,"
                        + "setparams=color_primaries=bt2020:color_trc=smpte2084:colorspace=bt2020nc:range=tv",
                "-pix_fmt",
                "yuv420p10le",
                "-c:v",
                "libx264",
                "-profile:v",
                "high10",
                "-color_primaries",
                "bt2020",
                "-color_trc",
                "smpte2084",
                "-colorspace",
                "bt2020nc",
                deep.toString());
        int grey = firstFrame(deep).at(160, 120);
        // Half of the perceptual quantiser's range is 92 cd/m², a bright grey on a screen of 100 to 203.
        assertThat(Colour.green(grey)).isBetween(130, 255);
        assertThat(Math.abs(Colour.red(grey) - Colour.blue(grey))).isLessThan(8);
    }

    @Test
    void a_rate_that_varies_is_evened_out() throws IOException {
        Path varying = made(
                "varying.mp4",
                "testsrc2=size=320x240:rate=30:duration=2,select='not(mod(n\\,3))+gt(n\\,30)'",
                "-fps_mode",
                "vfr");
        try (var frames = new VideoFrames(varying, 640)) {
            assertThat(frames.frames()).isBetween(47, 49);
            assertThat(differences(frames)).isBetween(30, 47);
        }
    }

    @Test
    void a_frame_a_second_stands_for_a_second() throws IOException {
        Path slow = made("slow.mp4", "testsrc2=size=320x240:rate=1:duration=4");
        try (var frames = new VideoFrames(slow, 160)) {
            assertThat(frames.frames()).isEqualTo(96);
            assertThat(frames.width()).isEqualTo(160);
            assertThat(differences(frames)).isEqualTo(3);
        }
    }

    @Test
    void frames_may_be_asked_for_in_any_order() throws IOException {
        try (var frames = new VideoFrames(plain, 320);
                var backwards = new VideoFrames(plain, 320)) {
            int[] late = backwards.frame(40).pixels();
            assertThat(backwards.frame(3).pixels()).isEqualTo(frames.frame(3).pixels());
            assertThat(late).isEqualTo(frames.frame(40).pixels());
            assertThat(frames.frame(1000).pixels()).isEqualTo(frames.frame(47).pixels());
        }
    }

    private static int differences(VideoFrames frames) {
        int count = 0;
        int[] before = frames.frame(0).pixels();
        for (int i = 1; i < frames.frames(); i++) {
            int[] now = frames.frame(i).pixels();
            count += Arrays.equals(before, now) ? 0 : 1;
            before = now;
        }
        return count;
    }

    @Test
    void what_is_left_of_a_cut_file_is_shown() throws IOException {
        Path fast = made("fast.mp4", "testsrc2=size=320x240:rate=24:duration=2", "-movflags", "+faststart");
        byte[] whole = Files.readAllBytes(fast);
        Files.write(fast, Arrays.copyOf(whole, whole.length * 2 / 3));
        try (var frames = new VideoFrames(fast, 320)) {
            assertThat(frames.frame(0).pixels()).isNotEqualTo(frames.frame(20).pixels());
            assertThat(frames.frame(47).width()).isEqualTo(320);
        }
    }

    @Test
    void a_file_without_an_end_or_anything_is_refused() throws IOException {
        byte[] whole = Files.readAllBytes(plain);
        refused(Arrays.copyOf(whole, whole.length / 2), "or only a part of one");
        refused(new byte[0], "0 bytes");
        refused(new byte[4096], "no MP4 or MOV video");
        refused("hello, I am a text\n".repeat(50).getBytes(StandardCharsets.UTF_8), "no MP4 or MOV video");
    }

    @Test
    void a_playlist_that_poses_as_a_video_is_refused() throws IOException {
        String list = "#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:2,\n" + plain.toAbsolutePath() + "\n#EXT-X-ENDLIST\n";
        refused(list.getBytes(StandardCharsets.UTF_8), "no MP4 or MOV video");
        String concat = "ffconcat version 1.0\nfile '" + plain.toAbsolutePath() + "'\n";
        refused(concat.getBytes(StandardCharsets.UTF_8), "no MP4 or MOV video");
    }

    @Test
    void a_sound_is_no_video() throws IOException {
        Path sound = folder.resolve("sound.mp4");
        Tools.ffmpeg("-y", "-f", "lavfi", "-i", "sine=duration=1", "-c:a", "aac", sound.toString());
        refused(Files.readAllBytes(sound), "no picture track");
    }

    @Test
    void sides_of_nothing_and_of_too_much_are_refused() throws IOException {
        for (int side : new int[] {0, 8, 7000}) {
            byte[] claims = Files.readAllBytes(plain);
            int entry = find(claims, "avc1");
            // The sample entry's width and height (ISO/IEC 14496-12, 12.1.3).
            for (int at = entry + 28; at < entry + 32; at += 2) {
                claims[at] = (byte) (side >> 8);
                claims[at + 1] = (byte) side;
            }
            try (VideoReader reader = VideoReader.open(Files.write(folder.resolve("claims.mp4"), claims))) {
                // What the decoder finds wins over what the container claims.
                assertThat(reader.facts().width()).isEqualTo(320);
            } catch (VideoException refused) {
                assertThat(refused).hasMessageContaining(side + "x" + side).hasMessageContaining(";");
            }
        }
    }

    @Test
    void a_file_that_declares_five_gigabytes_is_read_as_far_as_it_goes() throws IOException {
        byte[] whole = Files.readAllBytes(plain);
        int data = find(whole, "mdat");
        Path file = Files.write(folder.resolve("huge.mp4"), whole);
        try (var out = new RandomAccessFile(file.toFile(), "rw")) {
            out.seek(data - 4L);
            out.writeInt(-1); // 4 GB and more
        }
        try (VideoReader reader = VideoReader.open(file)) {
            assertThat(reader.next()).isTrue();
        } catch (VideoException refused) {
            assertThat(refused).hasMessageContaining(";");
        }
    }

    private static int find(byte[] bytes, String type) {
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(type);
        assertThat(at).isPositive();
        return at;
    }

    private void refused(byte[] bytes, String message) throws IOException {
        Path file = Files.write(folder.resolve("refused.mp4"), bytes);
        assertThatThrownBy(() -> VideoReader.open(file))
                .isInstanceOf(VideoException.class)
                .hasMessageContaining(message)
                .hasMessageContaining(";");
    }

    private static Picture firstFrame(Path file) throws IOException {
        try (VideoReader reader = VideoReader.open(file)) {
            assertThat(reader.next()).isTrue();
            return reader.picture(reader.facts().width(), reader.facts().height());
        }
    }
}
