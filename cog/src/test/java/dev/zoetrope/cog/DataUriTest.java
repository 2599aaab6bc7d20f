package dev.zoetrope.cog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataUriTest {
    private static final byte[] PNG_BYTES = "\u0089PNG\r\n\u001a\n....".getBytes(StandardCharsets.ISO_8859_1);

    private final Fetcher anywhere = new Fetcher(FetchPolicy.publicOnly());

    @TempDir
    Path folder;

    private Path into() {
        return folder.resolve("file");
    }

    private Fetched fetch(URI uri) throws InterruptedException {
        return anywhere.fetch(uri, FetchLimits.of(1000, MediaKind.IMAGE_PNG), into());
    }

    private AbstractThrowableAssert<?, ? extends Throwable> failure(URI uri) {
        return assertThatThrownBy(() -> fetch(uri)).isInstanceOf(FetchException.class);
    }

    @Test
    void data_uris_are_decoded() throws Exception {
        String base64 = Base64.getEncoder().encodeToString(PNG_BYTES);
        assertThat(fetch(URI.create("data:image/png;base64," + base64)).mediaKind())
                .isEqualTo(MediaKind.IMAGE_PNG);
        assertThat(fetch(URI.create("data:;base64," + base64.replace("=", "%3D")))
                        .size())
                .isEqualTo(PNG_BYTES.length);
        Fetched text = anywhere.fetch(URI.create("data:,a%20b%C3%BC+"), FetchLimits.of(100), into());
        assertThat(Files.readString(text.path())).isEqualTo("a b\u00fc+");
    }

    @Test
    void data_uris_that_are_wrong_are_told_without_their_data() {
        failure(URI.create("data:image/png")).hasMessageContaining("it has no comma");
        failure(URI.create("data:image/png;base64,A*B")).hasMessageContaining("no base64");
        failure(URI.create("data:image/png;base64," + "A".repeat(5000)))
                .hasMessageContaining("more than 1000 bytes")
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(150));
        failure(URI.create("data:text/html,hello")).hasMessageContaining("it is a text");
    }
}
