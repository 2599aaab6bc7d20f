package dev.zoetrope.animatic.director;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LostSpacesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Notwithouther.              | Not without her.
            We have togo!               | We have togo!
            We havetogo!                | We have to go!
            Whereis the map?            | Where is the map?
            Iknewyou                    | Iknewyou
            Iknowyou would come.        | I know you would come.
            Let's stay together, mother | Let's stay together, mother
            The weather in the theatre  | The weather in the theatre
            someone other than another  | someone other than another
            """)
    void only_what_is_made_of_common_words_is_parted(String read, String meant) {
        assertThat(LostSpaces.put(read)).isEqualTo(meant);
    }
}
