package dev.zoetrope.animatic;

/// A line of dialogue to be read along.
///
/// @param start when it appears, in milliseconds
/// @param end when it goes, in milliseconds
/// @param text what is said
public record Subtitle(long start, long end, String text) {}
