package dev.zoetrope.cog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One thing that is wrong with a request, in the shape of a 422's `detail` entry (FastAPI's, which Cog keeps).
/// Public because the server passes the violations that a model reports on to its own caller.
///
/// @param loc where, from the outside in, such as `body`, `input`, `duration`
/// @param msg what is wrong, for people
/// @param type the kind, `value_error` or `value_error.missing`
public record Violation(List<String> loc, String msg, String type) {
    static final String VALUE = "value_error";
    static final String MISSING = "value_error.missing";

    public Violation {
        loc = List.copyOf(loc);
    }

    static Violation ofInput(String field, String message) {
        return new Violation(List.of("body", "input", field), message, VALUE);
    }

    static Violation missing(String field) {
        return new Violation(List.of("body", "input", field), field + " is required", MISSING);
    }

    static Violation ofBody(String field, String message) {
        return new Violation(List.of("body", field), message, VALUE);
    }

    /// The input's name, or the last part of the place; empty when there is none.
    public String field() {
        return loc.isEmpty() ? "" : loc.size() > 2 ? loc.get(2) : loc.getLast();
    }

    Map<String, Object> toWire() {
        var wire = new LinkedHashMap<String, Object>();
        wire.put("loc", loc);
        wire.put("msg", msg);
        wire.put("type", type);
        return wire;
    }
}
