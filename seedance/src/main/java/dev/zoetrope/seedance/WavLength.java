package dev.zoetrope.seedance;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.OptionalDouble;

/// The length of a WAV, from its format and data chunks.
final class WavLength {
    private static final int FIRST_CHUNK = 12;
    private static final int CHUNK_HEADER = 8;
    /// `fmt ` and `data`, read as little-endian numbers.
    private static final int FORMAT = 0x20746d66;

    private static final int DATA = 0x61746164;

    private WavLength() {}

    /// The length in seconds of a whole file; nothing when it does not say.
    static OptionalDouble seconds(byte[] file) {
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        long bytesPerSecond = 0;
        long at = FIRST_CHUNK;
        while (at + CHUNK_HEADER <= file.length) {
            int chunk = bytes.getInt((int) at);
            long size = Integer.toUnsignedLong(bytes.getInt((int) at + 4));
            long body = at + CHUNK_HEADER;
            if (chunk == FORMAT && body + 12 <= file.length) {
                bytesPerSecond = Integer.toUnsignedLong(bytes.getInt((int) body + 8));
            }
            if (chunk == DATA && bytesPerSecond > 0) {
                // Streamed files claim more than they hold.
                return OptionalDouble.of((double) Math.min(size, file.length - body) / bytesPerSecond);
            }
            at = body + size + size % 2;
        }
        return OptionalDouble.empty();
    }
}
