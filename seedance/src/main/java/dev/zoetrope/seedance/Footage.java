package dev.zoetrope.seedance;

import java.nio.file.Path;

/// What an engine hands over.
///
/// @param file a finished MP4 in the prediction's work folder
/// @param seconds its length as the caller counts it; the engine's choice if the caller left it open
/// @param tokens what it counts for
record Footage(Path file, int seconds, int tokens) {}
