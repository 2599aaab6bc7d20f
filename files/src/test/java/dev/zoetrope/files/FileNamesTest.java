package dev.zoetrope.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNamesTest {
    @Test
    void a_shown_name_is_the_one_its_owner_wrote() {
        assertThat(FileNames.shown("C:\\boards\\my board (1) 分镜.png")).isEqualTo("my board (1) 分镜.png");
        assertThat(FileNames.shown("../../etc/passwd")).isEqualTo("passwd");
        assertThat(FileNames.shown("a\u0000\nb.txt")).isEqualTo("ab.txt");
        assertThat(FileNames.shown(null)).isEqualTo("file");
        assertThat(FileNames.shown("dir/")).isEqualTo("file");
        assertThat(FileNames.shown("映".repeat(200) + ".png")).hasSize(83 + 4).endsWith("映.png");
    }

    @ParameterizedTest
    @CsvSource({
        "board.png, board.png",
        "My Storyboard (final).PNG, My_Storyboard_final_.PNG",
        "../../etc/passwd, passwd",
        "C:\\Users\\ann\\film.mp4, film.mp4",
        "故事版.jpeg, 故事版.jpeg",
        "Übergröße.wav, Übergröße.wav",
        "हिन्दी.mp3, हिन्दी.mp3",
        ".hidden, hidden",
        "trailing., trailing",
        "..mp4, mp4",
        "a?b#c%20.mp4, a_b_c_20.mp4",
        "archive.tar.gz, archive.tar.gz",
        "x__y.txt, x_y.txt",
    })
    void names_become_safe(String given, String safe) {
        assertThat(FileNames.safe(given)).isEqualTo(safe);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "/", "a/", "\\", "...", "?", "\u0000", "\u202e", " ", "\ud800"})
    void what_has_no_name_gets_one(String given) {
        assertThat(FileNames.safe(given)).isEqualTo("file");
        assertThat(FileNames.safe(null)).isEqualTo("file");
    }

    @Test
    void invisible_characters_go() {
        assertThat(FileNames.safe("gpj\u202e.exe\n\u0000")).isEqualTo("gpj.exe");
    }

    @Test
    void letters_are_composed() {
        assertThat(FileNames.safe("u\u0308ber.txt")).isEqualTo("\u00fcber.txt");
    }

    @Test
    void long_names_are_cut_before_the_extension() {
        String safe = FileNames.safe("版".repeat(200) + ".mp4");
        assertThat(safe).endsWith("版.mp4");
        assertThat(safe.getBytes(StandardCharsets.UTF_8).length).isBetween(250, 255);
        assertThat(FileNames.safe("a".repeat(300))).isEqualTo("a".repeat(255));
        assertThat(FileNames.safe("b." + "a".repeat(300))).hasSize(255);
    }

    @Test
    void whatever_comes_the_name_is_safe_and_stays_as_it_is() {
        var random = new Random(3);
        for (int i = 0; i < 5_000; i++) {
            var given = new StringBuilder();
            for (int length = random.nextInt(40); length > 0; length--) {
                given.append((char) (random.nextInt(4) == 0 ? random.nextInt(0x10000) : random.nextInt(128)));
            }
            String safe = FileNames.safe(given.toString());
            assertThat(safe)
                    .isNotEmpty()
                    .isNotEqualTo(".")
                    .isNotEqualTo("..")
                    .doesNotContainPattern("[/\\\\\\p{Cntrl}]");
            assertThat(safe.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(255);
            assertThat(FileNames.safe(safe)).isEqualTo(safe);
        }
    }

    @Test
    void extensions_are_lower_case_without_a_dot() {
        assertThat(FileNames.extension("A.MP4")).isEqualTo("mp4");
        assertThat(FileNames.extension("a.tar.gz")).isEqualTo("gz");
        assertThat(FileNames.extension("none")).isEmpty();
        assertThat(FileNames.extension(".profile")).isEmpty();
        assertThat(FileNames.extension("a.")).isEmpty();
    }
}
