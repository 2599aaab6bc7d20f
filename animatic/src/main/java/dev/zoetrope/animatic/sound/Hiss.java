package dev.zoetrope.animatic.sound;

/// White noise, the same for the same seed: xorshift (Marsaglia, 2003).
final class Hiss {
    private long state;

    Hiss(long seed) {
        // Spread, so that neighbouring seeds have nothing in common; zero would stay zero.
        long mixed = (seed + 1) * 0x9E37_79B9_7F4A_7C15L;
        mixed = (mixed ^ mixed >>> 32) * 0xD6E8_FEB8_6659_FD93L;
        state = mixed == 0 ? 1 : mixed;
    }

    /// From -1 to 1.
    float next() {
        state ^= state << 13;
        state ^= state >>> 7;
        state ^= state << 17;
        return (int) (state >> 40) * (1f / (1 << 23));
    }
}
