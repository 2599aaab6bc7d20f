package dev.zoetrope.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {
    private static final long SIZE = 10_000;

    /// The examples of RFC 9110, section 14.1.2, and their like.
    @ParameterizedTest
    @CsvSource({
        "bytes=0-499, 0, 500",
        "bytes=500-999, 500, 500",
        "bytes=-500, 9500, 500",
        "bytes=9500-, 9500, 500",
        "bytes=0-0, 0, 1",
        "bytes=-1, 9999, 1",
        "bytes=0-, 0, 10000",
        "bytes=0-9999, 0, 10000",
        "bytes=0-10000, 0, 10000",
        "bytes=9999-99999999999999999999999, 9999, 1",
        "bytes=-20000, 0, 10000",
        "bytes=-99999999999999999999999, 0, 10000",
        "bytes=000000000000000000000000007-8, 7, 2",
        "BYTES=1-2, 1, 2",
        "'bytes= 1-2 ', 1, 2",
    })
    void a_single_range_is_a_part(String header, long offset, long length) {
        assertThat(ByteRange.parse(header, SIZE)).isEqualTo(new ByteRange.Part(offset, length));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=10000-", "bytes=10000-20000", "bytes=99999999999999999999-", "bytes=-0"})
    void a_range_behind_the_end_is_unsatisfiable(String header) {
        assertThat(ByteRange.parse(header, SIZE)).isEqualTo(new ByteRange.Unsatisfiable());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "bytes",
                "bytes=",
                "bytes=-",
                "bytes=5-2",
                "bytes=a-b",
                "bytes=1",
                "bytes=1-2-3",
                "bytes=--1",
                "bytes=+1-2",
                "bytes =1-2",
                "seconds=1-2",
                "bytes=0-1,5-6",
                "bytes=1 - 2",
                "bytes=٣-٤",
                "bytes=20000-10000",
                "bytes:1-2"
            })
    void what_is_malformed_or_more_than_one_range_is_ignored(String header) {
        assertThat(ByteRange.parse(header, SIZE)).isEqualTo(new ByteRange.Whole());
    }

    @Test
    void no_header_is_the_whole_file() {
        assertThat(ByteRange.parse(null, SIZE)).isEqualTo(new ByteRange.Whole());
    }

    @Test
    void an_empty_file_has_no_parts() {
        assertThat(ByteRange.parse("bytes=0-", 0)).isEqualTo(new ByteRange.Unsatisfiable());
        assertThat(ByteRange.parse("bytes=0-0", 0)).isEqualTo(new ByteRange.Unsatisfiable());
        assertThat(ByteRange.parse("bytes=-5", 0)).isEqualTo(new ByteRange.Whole());
    }

    @Test
    void a_part_says_where_it_lies() {
        assertThat(new ByteRange.Part(500, 500).contentRange(1234)).isEqualTo("bytes 500-999/1234");
        assertThat(new ByteRange.Unsatisfiable().contentRange(1234)).isEqualTo("bytes */1234");
    }

    @Test
    void whatever_comes_a_part_lies_within_the_file() {
        var random = new Random(11);
        String letters = "bytes=0123456789-, ";
        for (int i = 0; i < 20_000; i++) {
            var header = new StringBuilder(random.nextBoolean() ? "bytes=" : "");
            for (int length = random.nextInt(12); length > 0; length--) {
                header.append(letters.charAt(random.nextInt(letters.length())));
            }
            long size = random.nextInt(2000);
            if (ByteRange.parse(header.toString(), size) instanceof ByteRange.Part(long offset, long length)) {
                assertThat(offset).isNotNegative();
                assertThat(length).isPositive();
                assertThat(offset + length).as(header.toString()).isLessThanOrEqualTo(size);
            }
        }
    }
}
