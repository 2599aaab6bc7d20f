package dev.zoetrope.animatic.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zoetrope.animatic.Picture;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PicturesTest {
    @TempDir
    Path folder;

    /// Red upper left, green upper right, blue lower left, white lower right.
    private static BufferedImage quarters(int type) {
        BufferedImage image = new BufferedImage(64, 48, type);
        Graphics2D g = image.createGraphics();
        Color[] colours = {Color.RED, Color.GREEN, Color.BLUE, Color.WHITE};
        for (int i = 0; i < 4; i++) {
            g.setColor(colours[i]);
            g.fillRect(i % 2 * 32, i / 2 * 24, 32, 24);
        }
        g.dispose();
        return image;
    }

    private static byte[] encoded(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, out)).isTrue();
        return out.toByteArray();
    }

    private Path file(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    private static void assertIsNear(int pixel, int wanted) {
        for (int shift = 16; shift >= 0; shift -= 8) {
            assertThat(pixel >> shift & 0xFF).isCloseTo(wanted >> shift & 0xFF, org.assertj.core.data.Offset.offset(6));
        }
    }

    private static void assertQuarters(Picture picture) {
        assertThat(picture.width()).isEqualTo(64);
        assertThat(picture.height()).isEqualTo(48);
        assertIsNear(picture.at(8, 8), 0xFF0000);
        assertIsNear(picture.at(56, 8), 0x00FF00);
        assertIsNear(picture.at(8, 40), 0x0000FF);
        assertIsNear(picture.at(56, 40), 0xFFFFFF);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif", "bmp", "tiff"})
    void decodes_each_format_whatever_its_name_says(String format) throws IOException {
        assertQuarters(Pictures.decode(file("picture.txt", encoded(quarters(BufferedImage.TYPE_INT_RGB), format))));
    }

    @Test
    void decodes_webp() throws IOException {
        Path png = file("a.png", encoded(quarters(BufferedImage.TYPE_INT_RGB), "png"));
        Path webp = folder.resolve("a.webp");
        Tools.ffmpeg("-y", "-i", png.toString(), "-c:v", "libwebp", "-lossless", "1", webp.toString());
        assertQuarters(Pictures.decode(webp));
        Tools.ffmpeg("-y", "-i", png.toString(), "-c:v", "libwebp", "-quality", "95", webp.toString());
        Picture lossy = Pictures.decode(webp);
        assertIsNear(lossy.at(8, 8), 0xFF0000);
        byte[] whole = Files.readAllBytes(webp);
        Path cut = file("cut.webp", Arrays.copyOf(whole, whole.length - 20));
        assertThatThrownBy(() -> Pictures.decode(cut))
                .isInstanceOf(PictureException.class)
                .hasMessageContaining("truncated");
    }

    @Test
    void lays_alpha_on_white() throws IOException {
        BufferedImage image = new BufferedImage(32, 32, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, 32, 16, filled(0x80FF0000), 0, 32);
        Picture picture = Pictures.decode(file("alpha.png", encoded(image, "png")));
        assertIsNear(picture.at(5, 5), 0xFF7F7F);
        assertThat(picture.at(5, 20)).isEqualTo(0xFFFFFF);
    }

    private static int[] filled(int value) {
        int[] pixels = new int[32 * 16];
        Arrays.fill(pixels, value);
        return pixels;
    }

    @ParameterizedTest
    @ValueSource(ints = {BufferedImage.TYPE_USHORT_GRAY, BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_BYTE_INDEXED})
    void decodes_grey_deep_and_indexed_pixels(int type) throws IOException {
        Picture picture = Pictures.decode(file("odd.png", encoded(quarters(type), "png")));
        assertIsNear(picture.at(56, 40), 0xFFFFFF);
        assertThat(picture.at(8, 8) & 0xFF).isLessThan(0x90);
    }

    @Test
    void decodes_four_coloured_jpeg() throws IOException {
        var raster =
                java.awt.image.Raster.createInterleavedRaster(java.awt.image.DataBuffer.TYPE_BYTE, 32, 32, 4, null);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("jpg").next();
        try (var stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(new javax.imageio.IIOImage(raster, null, null));
        } finally {
            writer.dispose();
        }
        Picture picture = Pictures.decode(file("cmyk.jpg", out.toByteArray()));
        assertThat(picture.width()).isEqualTo(32);
    }

    @Test
    void turns_a_picture_as_exif_says() throws IOException {
        byte[] jpeg = encoded(quarters(BufferedImage.TYPE_INT_RGB), "jpg");
        // Orientation 6: the camera was turned, the stored upper left is to be seen at the upper right.
        byte[] exif = {
            (byte) 0xFF,
            (byte) 0xE1,
            0,
            34,
            'E',
            'x',
            'i',
            'f',
            0,
            0,
            'M',
            'M',
            0,
            42,
            0,
            0,
            0,
            8,
            0,
            1,
            1,
            18,
            0,
            3,
            0,
            0,
            0,
            1,
            0,
            6,
            0,
            0,
            0,
            0,
            0,
            0
        };
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        out.write(exif);
        out.write(jpeg, 2, jpeg.length - 2);
        Picture picture = Pictures.decode(file("turned.jpg", out.toByteArray()));
        assertThat(picture.width()).isEqualTo(48);
        assertThat(picture.height()).isEqualTo(64);
        assertIsNear(picture.at(40, 8), 0xFF0000);
        assertIsNear(picture.at(40, 56), 0x00FF00);
        assertIsNear(picture.at(8, 8), 0x0000FF);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpg", "png", "gif", "bmp"})
    void refuses_a_file_that_was_cut_off(String format) throws IOException {
        BufferedImage noisy = new BufferedImage(200, 200, BufferedImage.TYPE_INT_RGB);
        java.util.SplittableRandom random = new java.util.SplittableRandom(1);
        for (int i = 0; i < 200 * 200; i++) {
            noisy.setRGB(i % 200, i / 200, random.nextInt());
        }
        byte[] whole = encoded(noisy, format);
        for (double share : new double[] {0.2, 0.5, 0.9}) {
            Path cut = file("cut." + format, Arrays.copyOf(whole, (int) (whole.length * share)));
            assertThatThrownBy(() -> Pictures.decode(cut))
                    .as(format + " at " + share)
                    .isInstanceOf(PictureException.class);
        }
    }

    @Test
    void refuses_a_jpeg_whose_middle_is_missing() throws IOException {
        byte[] whole = encoded(quarters(BufferedImage.TYPE_INT_RGB), "jpg");
        byte[] cut = Arrays.copyOf(whole, whole.length - 60);
        cut[cut.length - 2] = (byte) 0xFF;
        cut[cut.length - 1] = (byte) 0xD9;
        Path file = file("hole.jpg", cut);
        assertThatThrownBy(() -> Pictures.decode(file)).isInstanceOf(PictureException.class);
    }

    @Test
    void refuses_huge_sides_before_decoding() throws IOException {
        byte[] png = encoded(quarters(BufferedImage.TYPE_INT_RGB), "png");
        png[16] = 0x00;
        png[17] = 0x01; // 65,600 wide
        Path file = file("bomb.png", png);
        assertThatThrownBy(() -> Pictures.decode(file))
                .isInstanceOf(PictureException.class)
                .hasMessageContaining("65600x48")
                .hasMessageContaining("6000");
    }

    @Test
    void refuses_tiny_pictures_and_other_files() throws IOException {
        Path tiny = file("tiny.png", encoded(new BufferedImage(15, 40, BufferedImage.TYPE_INT_RGB), "png"));
        assertThatThrownBy(() -> Pictures.decode(tiny))
                .hasMessageContaining("15x40")
                .hasMessageContaining("16");
        Path text = file("a.png", "#EXTM3U\nhttp://127.0.0.1/".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThatThrownBy(() -> Pictures.decode(text))
                .isInstanceOf(PictureException.class)
                .hasMessageContaining("send JPEG");
        Path empty = file("empty.png", new byte[0]);
        assertThatThrownBy(() -> Pictures.decode(empty)).isInstanceOf(PictureException.class);
    }

    @Test
    void survives_any_damage() throws IOException {
        java.util.SplittableRandom random = new java.util.SplittableRandom(3);
        for (String format : new String[] {"png", "jpg", "gif", "bmp", "tiff"}) {
            byte[] whole = encoded(quarters(BufferedImage.TYPE_INT_RGB), format);
            for (int i = 0; i < 40; i++) {
                byte[] damaged = whole.clone();
                for (int k = 0; k < 4; k++) {
                    damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
                }
                Path file = file("damaged", damaged);
                try {
                    assertThat(Pictures.decode(file).width()).isPositive();
                } catch (PictureException refused) {
                    assertThat(refused).hasMessageContaining(";");
                }
            }
        }
    }
}
