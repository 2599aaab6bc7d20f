package dev.zoetrope.seedance;

import java.util.Arrays;
import java.util.Optional;

/// The resolutions that a caller may ask for, as they stand on the wire.
enum Resolution {
    P480("480p"),
    P720("720p"),
    P1080("1080p"),
    K4("4k");

    private final String wire;

    Resolution(String wire) {
        this.wire = wire;
    }

    /// The one of this name, or nothing.
    static Optional<Resolution> named(String wire) {
        return Arrays.stream(values()).filter(one -> one.wire.equals(wire)).findFirst();
    }

    /// As on the wire, such as `480p`.
    @Override
    public String toString() {
        return wire;
    }
}
