package dev.zoetrope.predictions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What every store of file records promises.
@Timeout(60)
abstract class FileRecordsContract {
    private final SettableClock clock = new SettableClock();
    private final Ids ids = new Ids(clock, new Random(5));

    /// The store under test.
    abstract FileRecords files();

    @Test
    void a_record_is_found_by_id_and_by_secret() {
        var upload = file("ann", null, "aa", null);
        var output = file("ann", "some-prediction", "bb", clock.instant().plusSeconds(60));
        assertThat(files().find(upload.id())).contains(upload);
        assertThat(files().findBySecret(output.secret())).contains(output);
        assertThat(files().find(upload.secret())).isEmpty();
        assertThat(files().findBySecret(output.id())).isEmpty();
    }

    @Test
    void ids_and_secrets_are_used_once() {
        var file = file("ann", null, "aa", null);
        assertThatThrownBy(() -> files().add(file)).isInstanceOf(StoreException.class);
        assertThat(files().find(file.id())).contains(file);
    }

    @Test
    void uploads_are_listed_newest_first_in_pages() {
        var a = file("ann", null, "aa", null);
        var b = file("bob", null, "aa", null);
        file("ann", "some-prediction", "aa", null);
        var c = file("ann", null, "aa", null);
        assertThat(files().uploads(null, null, 9)).containsExactly(c, b, a);
        assertThat(files().uploads(null, null, 2)).containsExactly(c, b);
        assertThat(files().uploads(null, b.id(), 2)).containsExactly(a);
        assertThat(files().uploads("ann", null, 9)).containsExactly(c, a);
        assertThat(files().uploads("ann", c.id(), 9)).containsExactly(a);
        assertThat(files().uploads("cid", null, 9)).isEmpty();
    }

    @Test
    void a_deleted_record_is_given_back_once() {
        var file = file("ann", null, "aa", null);
        assertThat(files().delete(file.id())).contains(file);
        assertThat(files().delete(file.id())).isEmpty();
        assertThat(files().find(file.id())).isEmpty();
    }

    @Test
    void bytes_are_referenced_as_long_as_any_record_points_at_them() {
        var one = file("ann", null, "aa", null);
        var two = file("bob", "some-prediction", "aa", null);
        assertThat(files().isReferencedBeside(one)).isTrue();
        files().delete(one.id());
        assertThat(files().isReferencedBeside(two)).isFalse();
        assertThat(files().isReferenced("aa")).isTrue();
        files().delete(two.id());
        assertThat(files().isReferenced("aa")).isFalse();
    }

    @Test
    void records_expire_in_the_order_of_their_times() {
        var now = clock.instant();
        var later = file("ann", null, "aa", now.plusSeconds(20));
        var sooner = file("ann", "some-prediction", "aa", now.plusSeconds(10));
        file("ann", null, "aa", null);
        assertThat(files().expired(now.plusSeconds(9), 9)).isEmpty();
        assertThat(files().expired(now.plusSeconds(10), 9)).containsExactly(sooner);
        assertThat(files().expired(now.plusSeconds(20), 9)).containsExactly(sooner, later);
        assertThat(files().expired(now.plusSeconds(20), 1)).containsExactly(sooner);
    }

    private FileRecords.FileRecord file(String owner, String prediction, String sha256, Instant expires) {
        clock.advance(Duration.ofMillis(1));
        var file = new FileRecords.FileRecord(
                ids.next(),
                ids.secret(),
                owner,
                prediction,
                "故事版.mp4",
                "video/mp4",
                1L << 40,
                sha256,
                "md5",
                Map.of("shots", List.of(1, 2), "by", Map.of("name", "ann")),
                clock.instant(),
                expires);
        files().add(file);
        return file;
    }
}
