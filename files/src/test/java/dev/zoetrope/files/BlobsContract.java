package dev.zoetrope.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What every store of blobs promises.
abstract class BlobsContract {
    static final long LIMIT = 10 << 20;
    private static final String NONE = "0".repeat(64);

    /// The store under test.
    abstract Blobs blobs();

    @Test
    void bytes_come_back_as_they_went_in() throws IOException {
        byte[] bytes = random(300_000);
        var blob = put(bytes);
        assertThat(blob.size()).isEqualTo(bytes.length);
        assertThat(blobs().size(blob.sha256())).contains((long) bytes.length);
        assertThat(read(blob.sha256(), 0, bytes.length)).isEqualTo(bytes);
    }

    @Test
    void the_digests_are_those_of_the_standards() throws IOException {
        // FIPS 180-2, appendix B.1; RFC 1321, appendix A.5.
        var blob = put("abc".getBytes(StandardCharsets.US_ASCII));
        assertThat(blob.sha256()).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(blob.md5()).isEqualTo("900150983cd24fb0d6963f7d28e17f72");
    }

    @Test
    void any_stretch_can_be_read() throws IOException {
        byte[] bytes = random(200_000);
        var blob = put(bytes);
        assertThat(read(blob.sha256(), 0, 1)).containsExactly(bytes[0]);
        assertThat(read(blob.sha256(), 70_001, 100_000)).isEqualTo(Arrays.copyOfRange(bytes, 70_001, 170_001));
        assertThat(read(blob.sha256(), 199_999, 1)).containsExactly(bytes[199_999]);
        assertThat(read(blob.sha256(), 200_000, 0)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> read(blob.sha256(), 1, 200_000));
        assertThatIllegalArgumentException().isThrownBy(() -> read(blob.sha256(), -1, 2));
    }

    @Test
    void an_empty_blob_is_a_blob() throws IOException {
        var blob = put(new byte[0]);
        assertThat(blobs().size(blob.sha256())).contains(0L);
        assertThat(read(blob.sha256(), 0, 0)).isEmpty();
    }

    @Test
    void the_same_bytes_are_kept_once() throws IOException {
        byte[] bytes = random(1000);
        var first = put(bytes);
        assertThat(put(bytes)).isEqualTo(first);
        assertThat(blobs().delete(first.sha256())).isTrue();
        assertThat(blobs().delete(first.sha256())).isFalse();
        assertThat(blobs().size(first.sha256())).isEmpty();
    }

    @Test
    void what_is_missing_is_said_to_be_missing() throws IOException {
        for (String key : new String[] {NONE, "", "../../etc/passwd", "a".repeat(63) + "/", NONE.replace('0', 'A')}) {
            assertThat(blobs().size(key)).isEmpty();
            assertThat(blobs().delete(key)).isFalse();
            assertThatThrownBy(() -> read(key, 0, 1)).isInstanceOf(NoSuchFileException.class);
        }
    }

    @Test
    void the_limit_holds_to_the_byte() throws IOException {
        byte[] bytes = random(100_000);
        assertThat(blobs().put(new ByteArrayInputStream(bytes), 100_000).size()).isEqualTo(100_000);
        byte[] other = random(100_000);
        assertThatThrownBy(() -> blobs().put(new ByteArrayInputStream(other), 99_999))
                .isInstanceOf(Blobs.TooLarge.class)
                .hasMessageContaining("99999");
        assertThat(blobs().size(LocalBlobsTest.sha256(other))).isEmpty();
    }

    @Test
    void a_stream_that_breaks_leaves_nothing() throws IOException {
        byte[] bytes = random(100_000);
        var broken = new SequenceInputStream(new ByteArrayInputStream(bytes), new InputStream() {
            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                return read();
            }

            @Override
            public int read() throws IOException {
                throw new IOException("the sender went away");
            }
        });
        assertThatThrownBy(() -> blobs().put(broken, LIMIT)).hasMessage("the sender went away");
        assertThat(blobs().size(LocalBlobsTest.sha256(bytes))).isEmpty();
    }

    @Test
    void many_may_put_the_same_bytes_at_once() throws Exception {
        byte[] bytes = random(50_000);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Blobs.Blob> one = () -> put(bytes);
            var all =
                    threads.invokeAll(IntStream.range(0, 16).mapToObj(_ -> one).toList());
            for (var blob : all) {
                assertThat(read(blob.get().sha256(), 0, bytes.length)).isEqualTo(bytes);
            }
        }
    }

    Blobs.Blob put(byte[] bytes) throws IOException {
        return blobs().put(new ByteArrayInputStream(bytes), LIMIT);
    }

    byte[] read(String sha256, long offset, long length) throws IOException {
        var out = new ByteArrayOutputStream();
        blobs().copy(sha256, offset, length, out);
        return out.toByteArray();
    }

    private final Random random = new Random(7);

    byte[] random(int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
