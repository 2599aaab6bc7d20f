package dev.zoetrope.client;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a caller names to be run: `owner/name`, `owner/name:version`, or a bare version id.
///
/// @param slug `owner/name`, null for a bare version
/// @param version the version's id, null for the latest
record ModelReference(@Nullable String slug, @Nullable String version) {
    private static final Pattern SLUG = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*/[A-Za-z0-9][A-Za-z0-9._-]*");
    private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9-]+");

    /// Without a model before it, only what cannot be taken for a name: a hash, or a deployment of replicate.com.
    private static final Pattern BARE_VERSION = Pattern.compile("(dp-)?[0-9a-f]{32,64}");

    /// Reads one; throws [IllegalArgumentException] with the three forms.
    static ModelReference of(String text) {
        int colon = text.indexOf(':');
        String slug = colon < 0 ? text : text.substring(0, colon);
        String version = colon < 0 ? null : text.substring(colon + 1);
        if (SLUG.matcher(slug).matches()
                && (version == null || VERSION.matcher(version).matches())) {
            return new ModelReference(slug, version);
        }
        if (colon < 0 && BARE_VERSION.matcher(text).matches()) {
            return new ModelReference(null, text);
        }
        throw new IllegalArgumentException(
                "\"" + text + "\" names no model; write owner/name, owner/name:version, or a version id");
    }
}
