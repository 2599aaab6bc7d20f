package dev.zoetrope.seedance;

/// One film to be made.
///
/// @param input what the caller asked for; it keeps [Rules]
/// @param seed the caller's, or the one chosen for the run
record Job(SeedanceInput input, long seed) {}
