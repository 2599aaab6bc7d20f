package dev.zoetrope.cog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {
    private final AddressGuard guard = new AddressGuard(false);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.1",
                "2130706433",
                "0.0.0.0",
                "0.1.2.3",
                "10.1.2.3",
                "100.64.0.1",
                "100.127.255.255",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.1",
                "192.0.2.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "[::1]",
                "::1",
                "::",
                "[fc00::1]",
                "fd12::1",
                "fe80::1",
                "fec0::1",
                "ff02::1",
                "2001:db8::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::127.0.0.1",
                "64:ff9b::10.0.0.1",
                "64:ff9b:1::1",
                "2002:7f00:1::1",
                "2001::1",
                "::ffff:0:127.0.0.1",
                "localhost"
            })
    void addresses_that_are_not_public_are_refused(String host) {
        assertThatThrownBy(() -> guard.check(host))
                .isInstanceOfSatisfying(
                        AddressRefusedException.class,
                        refused -> assertThat(refused.isUnknownHost()).isFalse())
                .hasMessageContaining("--allow-private-urls");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8.8.8.8",
                "100.63.255.255",
                "100.128.0.1",
                "172.15.0.1",
                "172.32.0.1",
                "192.167.0.1",
                "223.255.255.255",
                "2606:4700::1111",
                "[2a00:1450::1]",
                "64:ff9b::8.8.8.8",
                "2002:808:808::1"
            })
    void public_addresses_pass(String host) {
        assertThat(guard.check(host)).isNotNull();
    }

    @Test
    void private_addresses_pass_when_allowed() {
        assertThat(new AddressGuard(true).check("10.0.0.1").getHostAddress()).isEqualTo("10.0.0.1");
    }

    @Test
    void an_unknown_host_is_told_apart() {
        var empty = new AddressGuard(false, host -> {
            throw new UnknownHostException(host);
        });
        assertThatThrownBy(() -> empty.check("films.test"))
                .isInstanceOfSatisfying(
                        AddressRefusedException.class,
                        refused -> assertThat(refused.isUnknownHost()).isTrue())
                .hasMessage("the host films.test is not known; check its name");
    }
}
