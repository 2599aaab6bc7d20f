package dev.zoetrope.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WebhookSignatureTest {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);
    private static final Instant SENT = Instant.ofEpochSecond(1_614_265_330);

    private final WebhookSignature signature = new WebhookSignature(SECRET);

    /// The example of the Standard Webhooks specification.
    @Test
    void signs_as_the_specification_does() {
        assertThat(signature.sign("msg_p5jXN8AQM9LWM0D4loKWxJek", SENT, BODY))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void one_fitting_signature_of_several_is_enough() {
        String good = signature.sign("msg_1", SENT, BODY);
        String time = Long.toString(SENT.getEpochSecond());
        assertThat(signature.isValid("msg_1", time, good, BODY)).isTrue();
        assertThat(signature.isValid("msg_1", time, "v1,AAAA v2,x v1,%% " + good, BODY))
                .isTrue();
        assertThat(signature.isValid("msg_2", time, good, BODY)).isFalse();
        assertThat(signature.isValid("msg_1", "1", good, BODY)).isFalse();
        assertThat(signature.isValid("msg_1", time, good, new byte[0])).isFalse();
        assertThat(signature.isValid("msg_1", time, good.replace("v1", "v2"), BODY))
                .isFalse();
        assertThat(signature.isValid(null, time, good, BODY)).isFalse();
        assertThat(new WebhookSignature("whsec_AAAA").isValid("msg_1", time, good, BODY))
                .isFalse();
    }

    @Test
    void a_timestamp_is_fresh_for_a_while() {
        var tolerance = Duration.ofMinutes(5);
        assertThat(WebhookSignature.isFresh("1614265330", SENT.plusSeconds(300), tolerance))
                .isTrue();
        assertThat(WebhookSignature.isFresh("1614265330", SENT.plusSeconds(301), tolerance))
                .isFalse();
        assertThat(WebhookSignature.isFresh("1614265630", SENT, tolerance)).isTrue();
        assertThat(WebhookSignature.isFresh("soon", SENT, tolerance)).isFalse();
        assertThat(WebhookSignature.isFresh(null, SENT, tolerance)).isFalse();
    }
}
