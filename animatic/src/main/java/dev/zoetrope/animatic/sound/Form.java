package dev.zoetrope.animatic.sound;

import dev.zoetrope.animatic.Timeline;
import dev.zoetrope.animatic.Timeline.Shot;

/// How a piece of music grows with its film: it opens softly, builds up to the film's weightiest shot, and draws back
/// towards the end.
///
/// @param climax when it is at its fullest, in seconds
/// @param seconds how long the film is
record Form(double climax, double seconds) {
    /// The climax lies within these shares of the film: before there is nothing to build on, after it no way home.
    private static final double EARLIEST = 0.4;

    private static final double LATEST = 0.8;

    private static final double OPENING = 0.62;
    private static final double CLOSING = 0.78;

    /// Where the film says nothing of it.
    static Form of(double seconds) {
        return new Form(seconds * 0.62, seconds);
    }

    /// The climax is the beginning of the longest shot among those that begin in its stretch.
    static Form of(Timeline timeline) {
        double seconds = (double) timeline.frames() / Timeline.FRAMES_PER_SECOND;
        Form open = of(seconds);
        int longest = 0;
        double climax = open.climax;
        for (Shot shot : timeline.shots()) {
            double start = (double) shot.start() / Timeline.FRAMES_PER_SECOND;
            boolean isInside = start >= EARLIEST * seconds && start <= LATEST * seconds;
            if (isInside && shot.length() > longest) {
                longest = shot.length();
                climax = start;
            }
        }
        return new Form(climax, seconds);
    }

    /// How full the music is at a time, from 0 to 1.
    double fullness(double at) {
        return at < climax
                ? OPENING + (1 - OPENING) * Math.max(0, at) / climax
                : 1 - (1 - CLOSING) * (at - climax) / Math.max(0.1, seconds - climax);
    }

    /// Whether the build-up has begun: rhythm waits for it.
    boolean isBuilding(double at) {
        return at >= 0.35 * climax;
    }
}
