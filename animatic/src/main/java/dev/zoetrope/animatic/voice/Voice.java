package dev.zoetrope.animatic.voice;

/// The voices of the house. One recorded speaker is made several by the pitch of the voice and the length of the
/// throat: a shorter one raises all formants.
public enum Voice {
    MAN(104, 1, "m3", 65),
    WOMAN(190, 1.17, "f2", 58),
    OLDER_MAN(84, 0.93, "m7", 45),
    YOUNG_WOMAN(222, 1.23, "f4", 70),
    CHILD(262, 1.36, "f5", 88);

    private final double pitch;
    private final double tract;
    private final String variant;
    private final int height;

    /// @param pitch in Hz
    /// @param tract how much shorter the throat is than the recorded speaker's
    /// @param variant of espeak-ng
    /// @param height of the voice as espeak-ng counts, 0 to 99
    Voice(double pitch, double tract, String variant, int height) {
        this.pitch = pitch;
        this.tract = tract;
        this.variant = variant;
        this.height = height;
    }

    double pitch() {
        return pitch;
    }

    double tract() {
        return tract;
    }

    String variant() {
        return variant;
    }

    int height() {
        return height;
    }
}
