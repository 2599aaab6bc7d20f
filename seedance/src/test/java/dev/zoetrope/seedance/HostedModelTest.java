package dev.zoetrope.seedance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.zoetrope.cog.CogClient;
import dev.zoetrope.cog.CogCreated;
import dev.zoetrope.cog.CogHealth;
import dev.zoetrope.cog.CogHost;
import dev.zoetrope.cog.CogHostOptions;
import dev.zoetrope.cog.CogRequest;
import dev.zoetrope.cog.FetchPolicy;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The models behind the Cog host, as a server sees them.
class HostedModelTest {
    /// A busy machine takes its time to warm up.
    private static final Duration SETUP_LIMIT = Duration.ofSeconds(60);

    @Test
    void an_unknown_engine_is_a_failed_setup() throws Exception {
        try (CogHost host = CogHost.start(new SeedanceModel(config("dream")), options());
                CogClient client = client(host)) {
            awaitState(client, CogHealth.State.SETUP_FAILED);
            assertThat(client.health().setupLogs())
                    .isEqualTo("there is no engine \"dream\"; set ZOETROPE_SEEDANCE_ENGINE to one of animatic");
        }
    }

    @Test
    void inputs_that_break_a_rule_are_rejected_before_a_prediction_begins() throws Exception {
        try (CogHost host = CogHost.start(new SeedanceFastModel(config("animatic")), options());
                CogClient client = client(host)) {
            awaitState(client, CogHealth.State.READY);
            assertThat(rejection(client, Map.of("prompt", "a boat", "duration", 3)))
                    .contains("Duration must be between 4 and 15 seconds, or -1");
            assertThat(rejection(client, Map.of("prompt", "a boat", "resolution", "1080p")))
                    .contains("resolution", "480p, 720p");
            assertThat(rejection(client, Map.of("prompt", "a boat", "duration", 16)))
                    .contains("duration must be at most 15");
            assertThat(rejection(client, Map.of())).contains("prompt is required");
        }
    }

    private static String rejection(CogClient client, Map<String, Object> input) throws InterruptedException {
        CogCreated created = client.create(new CogRequest("a1", input, null, Set.of()));
        assertThat(created).isInstanceOf(CogCreated.Rejected.class);
        return ((CogCreated.Rejected) created).detail();
    }

    private static void awaitState(CogClient client, CogHealth.State state) {
        await().atMost(SETUP_LIMIT).until(() -> client.health().state() == state);
    }

    private static SeedanceConfig config(String engine) {
        return new SeedanceConfig(engine, FetchPolicy.publicOnly());
    }

    private static CogHostOptions options() {
        return CogHostOptions.defaults().withPort(0);
    }

    private static CogClient client(CogHost host) {
        return new CogClient(URI.create("http://127.0.0.1:" + host.port()));
    }
}
