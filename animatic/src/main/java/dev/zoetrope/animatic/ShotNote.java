package dev.zoetrope.animatic;

import java.util.OptionalDouble;

/// What a prompt says about one shot.
///
/// @param number of the shot as the prompt counts, from 1
/// @param seconds how long it is to be, when the prompt says so
/// @param text the words, without the mark
record ShotNote(int number, OptionalDouble seconds, String text) {}
