package dev.zoetrope.server;

import java.util.List;

/// A model that the server runs as a child process speaking Cog's protocol.
///
/// The child gets its port as `PORT`, the folder URL for its output files as `ZOETROPE_UPLOAD_URL`, the origin it may
/// fetch inputs from in spite of its private address as `ZOETROPE_TRUSTED_ORIGIN`, whether other private addresses are
/// allowed as `ZOETROPE_ALLOW_PRIVATE_URLS`, and a standard input that ends when the server does.
///
/// @param slug `owner/name`
/// @param description one line about it
/// @param readme what people should know about it, in Markdown; empty for nothing
/// @param command the executable and its arguments
/// @param eager true to start it with the server, false to start it at its first use
/// @param memoryLimit bytes of resident memory beyond which the process is killed
public record ModelCommand(
        String slug, String description, String readme, List<String> command, boolean eager, long memoryLimit) {
    /// Enough for a film in 4k (about 1.5 GiB measured with the encoder's look-ahead), small enough for a laptop.
    public static final long DEFAULT_MEMORY_LIMIT = 3L << 30;

    public ModelCommand {
        command = List.copyOf(command);
        if (!slug.matches("[a-z0-9][a-z0-9._-]*/[a-z0-9][a-z0-9._-]*")) {
            throw new IllegalArgumentException("a model is named owner/name, got " + slug);
        }
        if (command.isEmpty()) {
            throw new IllegalArgumentException("the command of " + slug + " is empty");
        }
    }

    /// One of which a line says all.
    public ModelCommand(String slug, String description, List<String> command, boolean eager, long memoryLimit) {
        this(slug, description, "", command, eager, memoryLimit);
    }

    /// The part before the slash.
    public String owner() {
        return slug.substring(0, slug.indexOf('/'));
    }

    /// The part after the slash.
    public String name() {
        return slug.substring(slug.indexOf('/') + 1);
    }
}
