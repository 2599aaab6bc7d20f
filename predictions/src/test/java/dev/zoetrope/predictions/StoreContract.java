package dev.zoetrope.predictions;

import static dev.zoetrope.predictions.Asked.MODEL;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Timeout;

/// What the tests of a store of predictions begin with.
@Timeout(60)
abstract class StoreContract {
    static final Duration LEASE = Duration.ofSeconds(30);
    static final Duration LONG = Duration.ofSeconds(20);
    static final Set<String> MODELS = Set.of(MODEL);

    final SettableClock clock = new SettableClock();

    /// The store under test, which reads [#clock].
    abstract PredictionStore store();

    Optional<Claim> claim() {
        return store().claim("runner", MODELS, LEASE);
    }
}
