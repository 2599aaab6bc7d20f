package dev.zoetrope.animatic.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zoetrope.animatic.Picture;
import dev.zoetrope.animatic.board.StoryboardReader;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Pictures that were made to harm, or by accident could: each is read or refused with a remedy, never more.
class HostilePicturesTest {
    private static final int MUTATIONS = 60;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"0, 0", "0, 40", "1, 20000", "20000, 1", "6001, 20", "2147483647, 2147483647"})
    void impossible_sides_are_refused_before_anything_is_decoded(int width, int height) throws IOException {
        Path file = Files.write(folder.resolve("sides.png"), png(width, height, 8, new byte[0]));

        assertThatThrownBy(() -> Pictures.decode(file))
                .isInstanceOf(PictureException.class)
                .hasMessageContaining(width + "x" + height);
    }

    @Test
    void a_bomb_of_pixels_beyond_the_announced_ones_is_refused_or_cut() throws IOException {
        // 64 MB of zeros in 64 kB, for a picture of 32x32.
        Path file = Files.write(folder.resolve("bomb.png"), png(32, 32, 8, new byte[64 << 20]));

        try {
            assertThat(Pictures.decode(file).width()).isEqualTo(32);
        } catch (PictureException refused) {
            assertThat(refused).hasMessageContaining(";");
        }
    }

    @Test
    void sixteen_bits_a_channel_are_read() throws IOException {
        var rows = new byte[20 * (1 + 20 * 6)];
        for (int y = 0; y < 20; y++) {
            Arrays.fill(rows, y * 121 + 1, (y + 1) * 121, (byte) 0xff);
        }
        Path file = Files.write(folder.resolve("deep.png"), png(20, 20, 16, rows));

        assertThat(Pictures.decode(file).at(10, 10)).isEqualTo(0xffffff);
    }

    @Test
    void the_first_picture_of_an_animation_is_read() throws IOException {
        Path png = Files.write(folder.resolve("a.png"), encoded("png"));
        Path gif = folder.resolve("moving.gif");
        Tools.ffmpeg("-y", "-loop", "1", "-i", png.toString(), "-vf", "fade=in:0:5", "-frames:v", "8", gif.toString());

        assertThat(Pictures.decode(gif).width()).isEqualTo(160);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif", "bmp", "tiff"})
    void any_mutation_of_a_sheet_is_read_or_refused(String format) throws IOException {
        byte[] whole = encoded(format);
        var random = new SplittableRandom(format.hashCode());
        var reader = new StoryboardReader();
        for (int i = 0; i < MUTATIONS; i++) {
            Path file = Files.write(folder.resolve("mutant"), mutant(whole, random));
            try {
                Picture picture = Pictures.decode(file);
                if (picture.pixels().length < 200_000) {
                    assertThat(reader.read(picture).panels()).isNotEmpty();
                }
            } catch (PictureException refused) {
                assertThat(refused).hasMessageContaining(";");
            }
        }
    }

    /// Bytes changed, a piece cut out, a piece doubled, or the end lost.
    private static byte[] mutant(byte[] whole, SplittableRandom random) {
        int at = random.nextInt(whole.length);
        int length = random.nextInt(1, 40);
        int end = Math.min(whole.length, at + length);
        var out = new ByteArrayOutputStream();
        switch (random.nextInt(4)) {
            case 0 -> {
                byte[] changed = whole.clone();
                for (int i = 0; i < 3; i++) {
                    // Headers hold what does most harm.
                    int reach = random.nextInt(2) == 0 ? Math.min(64, whole.length) : whole.length;
                    changed[random.nextInt(reach)] = (byte) random.nextInt();
                }
                return changed;
            }
            case 1 -> {
                out.write(whole, 0, at);
                out.write(whole, end, whole.length - end);
            }
            case 2 -> {
                out.write(whole, 0, end);
                out.write(whole, at, whole.length - at);
            }
            default -> out.write(whole, 0, at);
        }
        return out.toByteArray();
    }

    private static byte[] encoded(String format) throws IOException {
        var image = new BufferedImage(160, 120, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 160, 120);
        for (int i = 0; i < 4; i++) {
            pen.setColor(Color.getHSBColor(i * 0.25f, 0.8f, 0.7f));
            pen.fillRect(10 + i % 2 * 75, 10 + i / 2 * 55, 65, 45);
        }
        pen.dispose();
        var out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, out)).isTrue();
        return out.toByteArray();
    }

    /// An RGB PNG with valid checksums, whatever its header claims.
    private static byte[] png(int width, int height, int depth, byte[] rows) throws IOException {
        var out = new ByteArrayOutputStream();
        out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        var header = new ByteArrayOutputStream();
        writeInt(header, width);
        writeInt(header, height);
        header.write(new byte[] {(byte) depth, 2, 0, 0, 0});
        chunk(out, "IHDR", header.toByteArray());
        var packed = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(packed)) {
            deflater.write(rows);
        }
        chunk(out, "IDAT", packed.toByteArray());
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] content) {
        writeInt(out, content.length);
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        out.writeBytes(name);
        out.writeBytes(content);
        var sum = new CRC32();
        sum.update(name);
        sum.update(content);
        writeInt(out, (int) sum.getValue());
    }

    private static void writeInt(ByteArrayOutputStream out, int value) {
        for (int shift = 24; shift >= 0; shift -= 8) {
            out.write(value >>> shift);
        }
    }
}
