package dev.zoetrope.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalBlobsTest extends BlobsContract {
    @TempDir
    Path folder;

    private LocalBlobs blobs;

    @BeforeEach
    void open() throws IOException {
        blobs = new LocalBlobs(folder.resolve("blobs"), 0);
    }

    @Override
    Blobs blobs() {
        return blobs;
    }

    @Test
    void a_blob_lies_under_its_hash() throws IOException {
        var blob = put(random(10));
        String hash = blob.sha256();
        assertThat(files()).containsExactly(hash.substring(0, 2) + "/" + hash.substring(2, 4) + "/" + hash);
    }

    @Test
    void failed_puts_leave_no_file() throws IOException {
        assertThatThrownBy(() -> blobs.put(new ByteArrayInputStream(new byte[100]), 99))
                .isInstanceOf(Blobs.TooLarge.class);
        assertThat(files()).isEmpty();
    }

    @Test
    void leftovers_of_a_crash_are_swept_at_the_start_and_blobs_are_not() throws IOException {
        var blob = put(random(10));
        Path leftover = folder.resolve("blobs/tmp/put-1.part");
        Files.writeString(leftover, "half");
        var reopened = new LocalBlobs(folder.resolve("blobs"), 0);
        assertThat(leftover).doesNotExist();
        assertThat(reopened.size(blob.sha256())).isPresent();
    }

    @Test
    void a_put_that_would_use_the_last_free_space_is_refused() throws IOException {
        var careful = new LocalBlobs(folder.resolve("careful"), Long.MAX_VALUE);
        assertThatThrownBy(() -> careful.put(new ByteArrayInputStream(new byte[1]), 1))
                .isInstanceOf(Blobs.StoreFull.class)
                .hasMessageContaining("make room");
        try (var left = Files.walk(folder.resolve("careful"))) {
            assertThat(left.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void a_full_disk_is_told_as_such() {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "only Linux has a device that is always full");
        var said = catchThrowableOfType(IOException.class, () -> Files.write(full, new byte[1]));
        assertThat(blobs.explained(said)).isInstanceOf(Blobs.StoreFull.class).hasCause(said);
    }

    @Test
    void other_errors_stay_what_they_are() {
        var other = new IOException("Input/output error");
        assertThat(blobs.explained(other)).isSameAs(other);
    }

    private List<String> files() throws IOException {
        Path root = folder.resolve("blobs");
        try (var all = Files.walk(root)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .toList();
        }
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
