package dev.zoetrope.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalAuthorityTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    @TempDir
    Path data;

    private LocalAuthority at(Duration later) {
        return LocalAuthority.in(data, () -> NOW.plus(later));
    }

    @Test
    void a_certificate_is_kept_until_its_time_comes_or_its_names_change() {
        Set<String> names = ServerNames.of("127.0.0.1", null);
        var first = at(Duration.ZERO).serverCertificate(names);
        assertThat(ServerNames.of(first.chain().getFirst())).isEqualTo(new java.util.TreeSet<>(names));

        assertThat(at(Duration.ofDays(59)).serverCertificate(names).chain()).isEqualTo(first.chain());
        var second = at(Duration.ofDays(61)).serverCertificate(names);
        assertThat(second.chain().getFirst()).isNotEqualTo(first.chain().getFirst());
        assertThat(second.chain().getLast()).isEqualTo(first.chain().getLast());

        var wider = ServerNames.of("192.168.1.7", URI.create("https://films.example.org:8443"));
        assertThat(wider).contains("localhost", "127.0.0.1", "::1", "192.168.1.7", "films.example.org");
        var third = at(Duration.ofDays(61)).serverCertificate(wider);
        assertThat(ServerNames.of(third.chain().getFirst())).containsAll(wider);
        assertThat(at(Duration.ofDays(62)).serverCertificate(wider).chain()).isEqualTo(third.chain());
    }

    @Test
    void an_authority_that_is_about_to_expire_is_replaced_with_all_it_signed() {
        Set<String> names = Set.of("localhost");
        var old = at(Duration.ZERO).serverCertificate(names);
        var fresh = at(Duration.ofDays(3600)).serverCertificate(names);
        assertThat(fresh.chain().getLast()).isNotEqualTo(old.chain().getLast());
    }

    @Test
    void nobody_but_the_owner_reads_the_keys() throws IOException {
        at(Duration.ZERO).serverCertificate(Set.of("localhost"));
        for (String key : new String[] {"ca.key", "server.key"}) {
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(data.resolve("tls").resolve(key))))
                    .isEqualTo("rw-------");
        }
        try (var files = Files.list(data.resolve("tls"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("ca.crt", "ca.key", "server.crt", "server.key");
        }
    }
}
