package dev.zoetrope.animatic.director;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BoardNameTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    按 Image 1 的故事版生成视频                              | 0
                    use [Image2] as the storyboard                        | 1
                    Image 1 = identity, Image 2 = storyboard layout       | 1
                    参考@图片1中的人物，按照@图片3的分镜生成                    | 2
                    follow the storyboard in @Image 2, hero from Image 1  | 1
                    图1为九宫格故事板，图2为主角                              | 0
                    <Image_4> is a comic page, animate its panels         | 3
                    """)
    void the_image_next_to_the_word_is_the_storyboard(String prompt, int index) {
        assertThat(BoardName.find(prompt)).hasValue(index);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[Image1] smiles", "make a storyboard film", "故事板"})
    void without_a_name_or_a_storyboard_none_is_named(String prompt) {
        assertThat(BoardName.find(prompt)).isEmpty();
    }
}
