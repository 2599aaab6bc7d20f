package dev.zoetrope.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One page of a list. The links are absolute, on the host that was asked, or null at the ends.
///
/// @param previous the page before
/// @param next the page after
/// @param results this page's items
public record Page<T>(
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String previous,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String next,
        List<T> results) {
    public Page {
        results = List.copyOf(results);
    }
}
