package dev.zoetrope.animatic.director;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zoetrope.animatic.Caption;
import dev.zoetrope.animatic.Speech;
import dev.zoetrope.animatic.Timeline.Move.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoteReaderTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                    1 (2s) Dawn over the hills.           | 1 | 2
                    镜头052秒，夜                          | 5 | 2
                    '#5-2s-Medium shot'                   | 5 | 2
                    Shot5:1.5s.Close-up                   | 5 | 1.5
                    SH0T05 0:08-0:10 PUSHIN               | 5 | 2
                    SC05 2 sec. Rain                      | 5 | 2
                    镜号：5；时长：3；运镜：推镜；           | 5 | 3
                    【镜头五】2s 中景                      | 5 | 2
                    第5镜 3秒                              | 5 | 3
                    5、3秒，大海                           | 5 | 3
                    ５（３秒）黎明                          | 5 | 3
                    3-5s: the door opens                  | - | 2
                    0:03-0:05 the door opens              | - | 2
                    A hand takes the key.                 | - | -
                    2001 was a good year                  | - | -
                    """)
    void numbers_and_lengths_are_told_apart(String text, Integer number, Double seconds) {
        var captions = new java.util.ArrayList<Caption>();
        for (int i = 1; i < 5; i++) {
            captions.add(new Caption(i + " (1s)", 1));
        }
        captions.add(new Caption(text, 1));

        ShotNote note = NoteReader.readAll(captions).getLast();

        assertThat(note.number().stream().boxed().findFirst().orElse(null)).isEqualTo(number);
        assertThat(note.seconds().stream().boxed().findFirst().orElse(null)).isEqualTo(seconds);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    男人说：“快走！”                              | 男人 | 快走！
                    女孩轻声说：“别怕。”                           | 女孩 | 别怕。
                    Ann says: "We have to go!"                  | Ann  | We have to go!
                    The old man whispers, "Run."                | The old man | Run.
                    Close-up: "We have to go!"                  | ''   | We have to go!
                    特写：“我们得走了！”                           | ''   | 我们得走了！
                    JON: Not without the map!                   | JON  | Not without the map!
                    台词：小明：你好；                            | 小明 | 你好
                    Dialogue: Where is it?                      | ''   | Where is it?
                    他走进房间{你在这里？}                         | ''   | 你在这里？
                    """)
    void dialogue_has_its_speaker(String text, String speaker, String words) {
        assertThat(NoteReader.read(text).dialogue()).containsExactly(new Speech(speaker, words));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    门上写着“欢迎”
                    a sign that reads "Open"
                    <Image_1> walks
                    """)
    void what_is_seen_is_not_said(String text) {
        assertThat(NoteReader.read(text).dialogue()).isEmpty();
        assertThat(NoteReader.read(text).effects()).isEmpty();
    }

    @Test
    void sounds_and_music_are_found_in_marks_and_behind_labels() {
        ShotNote marked = NoteReader.read("雨夜，推镜<雷声>（钢琴音乐渐起）");
        ShotNote labelled = NoteReader.read("Rain. Tilt up. SFX: thunder; Music: slow piano");

        assertThat(marked.effects()).containsExactly("雷声");
        assertThat(marked.music()).contains("钢琴音乐渐起");
        assertThat(labelled.effects()).containsExactly("thunder");
        assertThat(labelled.music()).contains("slow piano");
        assertThat(labelled.moves()).containsExactly(List.of(Kind.TILT_UP));
    }

    @Test
    void words_in_a_line_move_no_camera() {
        assertThat(NoteReader.read("Ann says: \"Push in the door and pan left!\" Static.")
                        .moves())
                .containsExactly(List.of(Kind.STATIC));
    }

    @ParameterizedTest
    @CsvSource({
        "大特写, EXTREME_CLOSE_UP",
        "特写, CLOSE_UP",
        "中近景, MEDIUM_CLOSE",
        "近景, CLOSE",
        "中景, MEDIUM",
        "全景, FULL",
        "大远景, EXTREME_WIDE",
        "远景, WIDE",
        "微距, MACRO",
        "空镜, INSERT",
        "Wide shot of a city, WIDE",
        "Close-up, CLOSE_UP",
        "medium shot, MEDIUM",
        "ECU of an eye, EXTREME_CLOSE_UP",
        "MCU Ann, MEDIUM_CLOSE"
    })
    void sizes_are_known(String text, ShotSize size) {
        assertThat(NoteReader.read(text).size()).contains(size);
    }

    @Test
    void an_opening_mark_that_a_scanner_lost_is_put_back() {
        List<ShotNote> notes = NoteReader.readAll(List.of(
                new Caption("1 (2s) The old door opens.Handheld.Wehavetogo!\"", 1),
                new Caption("镜头2（4秒）全景，追逐开始，向左平移：我知道你会来。”", 1),
                new Caption("3 (2s) Pan left. \"Run!\"", 1)));

        assertThat(notes)
                .extracting(note -> note.dialogue().getFirst().words())
                .containsExactly("We have to go!", "我知道你会来。", "Run!");
    }

    @Test
    void a_neighbours_number_does_not_spoil_the_numbers_behind_it() {
        List<ShotNote> notes = NoteReader.readAll(List.of(
                new Caption("2 Shot1:2s.Mediumshot,The chasebegins.Tilt down.", 1),
                new Caption("Shot2:2s.Medium shot,A city street at night.Push in.", 1),
                new Caption("Shot3:4s.Medium shot,Theold dooropens.", 1)));
        assertThat(notes).extracting(note -> note.number().orElse(0)).containsExactly(1, 2, 3);
        assertThat(notes).extracting(note -> note.seconds().orElse(0)).containsExactly(2.0, 2.0, 4.0);
    }
}
