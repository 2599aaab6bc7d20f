package dev.zoetrope.compat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/// The differences from the published description that we mean, each with its reason: the list under its
/// heading in `docs/compatibility.md`, one line each, as "- `difference`: reason".
final class KnownDifferences {
    static final Path PAGE = Path.of("..", "docs", "compatibility.md");
    private static final String HEADING = "## What differs from the published description";

    private KnownDifferences() {}

    /// From difference to reason.
    static Map<String, String> read() {
        Map<String, String> known = new TreeMap<>();
        boolean here = false;
        for (String line : page().lines().toList()) {
            if (line.startsWith("## ")) {
                here = line.equals(HEADING);
            } else if (here && line.startsWith("- `")) {
                int end = line.indexOf("`: ");
                known.put(line.substring(3, end), line.substring(end + 3));
            }
        }
        return known;
    }

    static String page() {
        try {
            return Files.readString(PAGE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
