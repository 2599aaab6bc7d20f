package dev.zoetrope.animatic.studio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zoetrope.animatic.Brief;
import dev.zoetrope.animatic.Brief.Reference;
import dev.zoetrope.animatic.Brief.Role;
import dev.zoetrope.animatic.FrameSize;
import dev.zoetrope.animatic.Picture;
import dev.zoetrope.animatic.Sheet;
import dev.zoetrope.animatic.Timeline;
import dev.zoetrope.animatic.director.Director;
import dev.zoetrope.animatic.media.Tools;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A film from a first to a last frame begins and ends on the very pictures, as a player shows them.
class GivenFramesTest {
    private static final FrameSize SIZE = new FrameSize(640, 360);
    private static final int FRAMES = 73;

    /// Structural similarity of the decoded frame and the picture (Wang et al., 2004).
    private static final double ALIKE = 0.95;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {"day turns to night", "she smiles, slow pan left, it is snowing", "slow motion, fade to black"})
    void the_first_and_the_last_decoded_frame_are_the_given_pictures(String prompt) throws IOException {
        List<Reference> references = List.of(reference(Role.FIRST_FRAME, 1), reference(Role.LAST_FRAME, 2));
        Brief brief = new Brief(prompt, references, SIZE, FRAMES, 7, false);
        Timeline timeline = new Director().direct(brief);
        Path film = folder.resolve("film.mp4");
        new Studio().shoot(brief, timeline, film, Progress.UNWATCHED);
        assertThat(alikeness(film, 0, folder.resolve("1.png"))).as("first").isGreaterThan(ALIKE);
        assertThat(alikeness(film, FRAMES - 1, folder.resolve("2.png")))
                .as("last")
                .isGreaterThan(ALIKE);
        assertThat(alikeness(film, FRAMES / 2, folder.resolve("1.png")))
                .as("under way")
                .isLessThan(ALIKE);
    }

    private Reference reference(Role role, int number) throws IOException {
        var image = new BufferedImage(SIZE.width(), SIZE.height(), BufferedImage.TYPE_INT_RGB);
        int[] pixels = new int[SIZE.width() * SIZE.height()];
        for (int i = 0; i < pixels.length; i++) {
            int x = i % SIZE.width();
            int y = i / SIZE.width();
            boolean isThing = (x / (40 * number) + y / 60) % 3 == 0;
            pixels[i] = isThing ? number * 0x300000 + 0x405A : 0xC8C0B0 - (y / 4) * 0x010101;
        }
        image.setRGB(0, 0, SIZE.width(), SIZE.height(), pixels, 0, SIZE.width());
        ImageIO.write(image, "png", folder.resolve(number + ".png").toFile());
        Picture picture = new Picture(SIZE.width(), SIZE.height(), pixels);
        return new Reference(role, picture, Sheet.whole(picture));
    }

    private static double alikeness(Path film, int frame, Path picture) {
        String filters = "[0:v]select='eq(n," + frame + ")',setpts=0,scale=out_range=full,format=gbrp[seen];"
                + "[1:v]format=gbrp,setpts=0[given];[seen][given]ssim";
        String report = Tools.ffmpeg(
                "-hide_banner", "-i", film.toString(), "-i", picture.toString(), "-lavfi", filters, "-f", "null", "-");
        Matcher all = Pattern.compile("All:([\\d.]+)").matcher(report);
        assertThat(all.find()).as(report).isTrue();
        return Double.parseDouble(all.group(1));
    }
}
