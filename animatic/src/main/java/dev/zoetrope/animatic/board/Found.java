package dev.zoetrope.animatic.board;

/// A panel that was found on a canvas.
///
/// @param box where
/// @param fill how much of the box is picture, from 0 to 1: a measure of how rectangular the panel is
record Found(Box box, double fill) {
    Found at(Box other) {
        return new Found(other, fill);
    }
}
