package dev.zoetrope.animatic.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zoetrope.animatic.Picture;
import dev.zoetrope.animatic.Sheet;
import dev.zoetrope.animatic.Speech;
import dev.zoetrope.animatic.Timeline.Move.Kind;
import dev.zoetrope.animatic.director.NoteReader;
import dev.zoetrope.animatic.director.ShotNote;
import dev.zoetrope.animatic.director.ShotSize;
import dev.zoetrope.animatic.media.Pictures;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CaptionReaderTest {
    private static CaptionReader captions;

    @BeforeAll
    static void open() {
        captions = CaptionReader.open(problem -> {
            throw new AssertionError(problem);
        });
    }

    @AfterAll
    static void close() {
        captions.close();
    }

    private static List<ShotNote> read(String board) throws IOException {
        Picture picture = Pictures.decode(Path.of("src/main/resources/dev/zoetrope/animatic/boards", board + ".jpg"));
        Sheet sheet = new StoryboardReader().read(picture);
        return NoteReader.readAll(captions.read(picture, sheet));
    }

    @Test
    void english_captions_give_numbers_lengths_moves_and_dialogue() throws IOException {
        List<ShotNote> notes = read("english-3x3");

        assertThat(notes).extracting(note -> note.number().orElse(0)).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(notes)
                .extracting(note -> note.seconds().orElse(0))
                .containsExactly(2.0, 1.5, 2.0, 1.5, 2.0, 1.5, 2.0, 1.5, 1.0);
        assertThat(notes)
                .extracting(ShotNote::moves)
                .containsExactly(
                        List.of(List.of(Kind.PAN_LEFT)),
                        List.of(List.of(Kind.TRACK)),
                        List.of(),
                        List.of(List.of(Kind.HANDHELD)),
                        List.of(List.of(Kind.PUSH_IN)),
                        List.of(List.of(Kind.TILT_UP)),
                        List.of(List.of(Kind.PULL_OUT)),
                        List.of(List.of(Kind.PUSH_IN)),
                        List.of(List.of(Kind.STATIC)));
        assertThat(notes.get(2).dialogue()).containsExactly(new Speech("", "We have to go!"));
        assertThat(notes.get(2).size()).contains(ShotSize.CLOSE_UP);
    }

    @Test
    void chinese_captions_give_numbers_lengths_moves_and_dialogue() throws IOException {
        List<ShotNote> notes = read("chinese-2x3");

        assertThat(notes).extracting(note -> note.number().orElse(0)).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(notes).extracting(note -> note.seconds().orElse(0)).containsExactly(3.0, 2.0, 3.0, 2.0, 3.0, 2.0);
        assertThat(notes)
                .extracting(ShotNote::moves)
                .containsExactly(
                        List.of(List.of(Kind.PAN_LEFT)),
                        List.of(List.of(Kind.TRACK)),
                        List.of(),
                        List.of(List.of(Kind.HANDHELD)),
                        List.of(List.of(Kind.PUSH_IN)),
                        List.of(List.of(Kind.TILT_UP)));
        assertThat(notes.get(2).dialogue()).containsExactly(new Speech("", "我们得走了！"));
        assertThat(notes.get(0).size()).contains(ShotSize.WIDE);
    }

    @Test
    void a_single_picture_has_no_caption() throws IOException {
        assertThat(read("single-photo")).containsExactly(ShotNote.NONE);
    }
}
