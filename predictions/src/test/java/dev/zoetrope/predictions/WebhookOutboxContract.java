package dev.zoetrope.predictions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zoetrope.api.WebhookEvent;
import dev.zoetrope.predictions.WebhookOutbox.Delivery;
import dev.zoetrope.predictions.WebhookOutbox.Settlement;
import dev.zoetrope.predictions.WebhookOutbox.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What every webhook outbox promises.
@Timeout(60)
abstract class WebhookOutboxContract {
    static final Duration LEASE = Duration.ofSeconds(30);
    static final String URL = "https://Ann.example/hook?x=1";
    static final String ORIGIN = "https://ann.example:443";

    final SettableClock clock = new SettableClock();

    abstract PredictionStore store();

    abstract WebhookOutbox outbox();

    @Test
    void the_end_of_a_prediction_leaves_one_delivery_that_is_due_at_once() {
        String id = ended(URL, null);

        assertThat(outbox().dueOrigins()).containsExactly(ORIGIN);
        assertThat(outbox().list(id, 9)).singleElement().satisfies(delivery -> {
            assertThat(delivery.id()).isEqualTo("msg_" + id);
            assertThat(delivery.event()).isEqualTo(WebhookEvent.COMPLETED);
            assertThat(delivery.url()).isEqualTo(URL);
            assertThat(delivery.base()).isEqualTo("http://films.example");
            assertThat(delivery.state()).isEqualTo(State.PENDING);
            assertThat(delivery.attempts()).isZero();
            assertThat(delivery.dueAt()).isEqualTo(clock.instant());
            assertThat(delivery.triedAt()).isNull();
        });
        assertThat(outbox().base(id)).contains("http://films.example");
        assertThat(outbox().base("nothing")).isEmpty();
    }

    @Test
    void every_way_to_an_end_leaves_a_delivery() {
        String cancelled = create(URL, null, null).id();
        store().cancel(cancelled);
        String aborted = create(URL, null, Duration.ofSeconds(5)).id();
        clock.advance(Duration.ofSeconds(5));
        store().reap();
        String lost = create(URL, null, null).id();
        for (int attempt = 0; attempt < 2; attempt++) {
            store().apply(claimed(lost), new Event.Lost("gone"));
        }
        assertThat(ids(outbox().list(null, 9))).containsExactlyInAnyOrder(cancelled, aborted, lost);
    }

    @Test
    void nobody_is_told_who_does_not_want_it() {
        ended(null, null);
        ended(URL, List.of(WebhookEvent.START, WebhookEvent.LOGS));
        ended(URL, List.of());
        assertThat(outbox().dueOrigins()).isEmpty();
        assertThat(outbox().list(null, 9)).isEmpty();
    }

    @Test
    void a_claim_is_nobody_elses_until_its_lease_runs_out() {
        ended(URL, null);
        var first = claim().getFirst();
        assertThat(first.attempts()).isEqualTo(1);
        assertThat(first.triedAt()).isEqualTo(clock.instant());
        assertThat(outbox().dueOrigins()).isEmpty();
        assertThat(claim()).isEmpty();

        clock.advance(LEASE);
        assertThat(outbox().dueOrigins()).containsExactly(ORIGIN);
        var second = claim().getFirst();
        assertThat(second.attempts()).isEqualTo(2);
        assertThat(outbox().settle(first, Settlement.delivered(200))).isFalse();
        assertThat(outbox().settle(second, Settlement.delivered(204))).isTrue();
        assertThat(outbox().settle(second, Settlement.failed(500, "late"))).isFalse();
        assertThat(only().state()).isEqualTo(State.DELIVERED);
        assertThat(only().answer()).isEqualTo(204);
    }

    @Test
    void a_failed_attempt_is_due_again_when_it_says() {
        ended(URL, null);
        var later = clock.instant().plusSeconds(60);
        assertThat(outbox().settle(claim().getFirst(), Settlement.again(later, 503, "busy")))
                .isTrue();
        assertThat(only().dueAt()).isEqualTo(later);
        assertThat(only().error()).isEqualTo("busy");
        assertThat(only().answer()).isEqualTo(503);
        clock.advance(Duration.ofSeconds(59));
        assertThat(outbox().dueOrigins()).isEmpty();
        clock.advance(Duration.ofSeconds(1));
        assertThat(claim()).hasSize(1);
    }

    @Test
    void what_was_given_up_can_be_sent_again_under_the_same_id() {
        ended(URL, null);
        var given = claim().getFirst();
        outbox().settle(given, Settlement.failed(null, "refused"));
        assertThat(outbox().dueOrigins()).isEmpty();
        clock.advance(Duration.ofHours(1));

        var again = outbox().resend(given.id()).orElseThrow();

        assertThat(again.askedAt()).isEqualTo(clock.instant());
        assertThat(again.attempts()).isZero();
        assertThat(claim())
                .singleElement()
                .satisfies(claimed -> assertThat(claimed.id()).isEqualTo(given.id()));
        assertThat(outbox().resend("nothing")).isEmpty();
    }

    @Test
    void origins_are_claimed_apart_and_the_longest_due_first() {
        var ids = new ArrayList<String>();
        for (int i = 0; i < 4; i++) {
            ids.add(ended(i == 1 ? "http://bob.example:8080/" : URL, null));
            clock.advance(Duration.ofSeconds(1));
        }
        assertThat(outbox().dueOrigins()).containsExactly("http://bob.example:8080", ORIGIN);
        assertThat(ids(outbox().claim(ORIGIN, 2, LEASE))).containsExactlyInAnyOrder(ids.get(0), ids.get(2));
        assertThat(ids(outbox().claim(ORIGIN, 2, LEASE))).containsExactly(ids.get(3));
        assertThat(ids(outbox().claim("http://bob.example:8080", 2, LEASE))).containsExactly(ids.get(1));
    }

    @Test
    void old_deliveries_are_pruned_unless_they_are_still_to_be_sent() {
        ended(URL, null);
        outbox().settle(claim().getFirst(), Settlement.delivered(200));
        String pending = ended(URL, null);
        clock.advance(Duration.ofDays(1));
        assertThat(outbox().prune(clock.instant(), 9)).isEqualTo(1);
        assertThat(outbox().prune(clock.instant(), 9)).isZero();
        assertThat(ids(outbox().list(null, 9))).containsExactly(pending);
    }

    @Test
    void the_secret_is_made_once_and_clients_can_read_it() {
        String secret = outbox().secret();
        assertThat(outbox().secret()).isEqualTo(secret);
        assertThat(secret).startsWith("whsec_");
        // One client splits at underscores and wants two parts.
        assertThat(secret.split("_")).hasSize(2);
        assertThat(Base64.getDecoder().decode(secret.substring(6))).hasSize(32);
    }

    List<Delivery> claim() {
        return outbox().claim(ORIGIN, 10, LEASE);
    }

    private Delivery only() {
        return outbox().list(null, 2).getFirst();
    }

    private static List<String> ids(List<Delivery> deliveries) {
        return deliveries.stream().map(Delivery::prediction).toList();
    }

    PredictionRow create(String url, List<WebhookEvent> filter, Duration cancelAfter) {
        var asked = new NewPrediction("ann", Asked.MODEL, "hidden", Map.of(), "", "api", url, filter, cancelAfter);
        var made = store().create(asked, new Creation.Terms("http://films.example", null));
        return ((Creation.Created) made).row();
    }

    String ended(String url, List<WebhookEvent> filter) {
        String id = create(url, filter, null).id();
        store().apply(claimed(id), new Event.Succeeded("x", "", Map.of()));
        return id;
    }

    private Claim claimed(String id) {
        var claim =
                store().claim("runner", java.util.Set.of(Asked.MODEL), LEASE).orElseThrow();
        assertThat(claim.id()).isEqualTo(id);
        return claim;
    }
}
