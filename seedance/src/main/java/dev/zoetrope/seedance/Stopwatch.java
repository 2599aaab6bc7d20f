package dev.zoetrope.seedance;

/// Seconds since it was started, by the clock that never jumps.
final class Stopwatch {
    private static final double NANOS_PER_SECOND = 1e9;

    private long start = System.nanoTime();

    /// The seconds so far.
    double seconds() {
        return (System.nanoTime() - start) / NANOS_PER_SECOND;
    }

    /// The seconds so far; starts again at zero.
    double lap() {
        double seconds = seconds();
        start = System.nanoTime();
        return seconds;
    }
}
