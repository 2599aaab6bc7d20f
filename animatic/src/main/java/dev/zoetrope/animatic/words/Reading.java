package dev.zoetrope.animatic.words;

/// What was read in one line of writing.
///
/// @param text with its spaces, empty when nothing was recognised
/// @param confidence the mean certainty of its letters, from 0 to 1
public record Reading(String text, double confidence) {}
