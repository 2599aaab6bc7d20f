package dev.zoetrope.cog;

import dev.zoetrope.api.Codec;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What a Cog model says of itself at `/health-check`.
///
/// @param state whether it takes predictions
/// @param setupLogs what its setup printed; on [State#SETUP_FAILED] the reason is in there
/// @param version what it runs on, by part, such as `coglet` or `python`; empty if it does not say
/// @param error why it is unwell, empty if it does not say
public record CogHealth(State state, String setupLogs, Map<String, String> version, String error) {
    /// Cog's states, by their wire names. Some runtimes have a worker die and call that [#UNHEALTHY] for good.
    public enum State {
        /// Nothing is loaded, or the model says a word that we do not know.
        UNKNOWN,
        /// Its setup runs.
        STARTING,
        /// It has a free slot.
        READY,
        /// It works, and every slot is taken.
        BUSY,
        /// Its setup failed; it never becomes ready.
        SETUP_FAILED,
        /// It is broken for good.
        DEFUNCT,
        /// Its own health check failed, or its worker has died.
        UNHEALTHY;

        private static State of(@Nullable Object wire) {
            for (State state : values()) {
                if (state.name().equals(wire)) {
                    return state;
                }
            }
            return UNKNOWN;
        }
    }

    public CogHealth {
        version = Map.copyOf(version);
    }

    static CogHealth read(String json) {
        Map<String, @Nullable Object> body = Codec.readObject(json);
        var version = new TreeMap<String, String>();
        if (body.get("version") instanceof Map<?, ?> parts) {
            parts.forEach((part, number) -> version.put(String.valueOf(part), String.valueOf(number)));
        }
        @Nullable Object logs = body.get("setup") instanceof Map<?, ?> setup ? setup.get("logs") : null;
        return new CogHealth(
                State.of(body.get("status")), text(logs), version, text(body.get("user_healthcheck_error")));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
