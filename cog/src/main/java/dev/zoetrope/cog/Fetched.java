package dev.zoetrope.cog;

import java.nio.file.Path;

/// A file that a [Fetcher] brought.
///
/// @param path where it is; the caller deletes it
/// @param size in bytes
/// @param mediaKind what it is by its first bytes
public record Fetched(Path path, long size, MediaKind mediaKind) {}
