package dev.zoetrope.seedance;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// MP4 files for tests that have a header and nothing to see.
final class Movies {
    private Movies() {}

    /// A movie that says it has so many milliseconds.
    static byte[] mp4(int milliseconds) {
        byte[] type = box("ftyp", ByteBuffer.allocate(8).put("isom".getBytes(StandardCharsets.US_ASCII)));
        byte[] movie = box("moov", ByteBuffer.wrap(header(1000, milliseconds)));
        return ByteBuffer.allocate(type.length + movie.length)
                .put(type)
                .put(movie)
                .array();
    }

    /// A movie header of the old kind, with 32-bit times.
    static byte[] header(int unitsPerSecond, int units) {
        return box("mvhd", ByteBuffer.allocate(100).putInt(12, unitsPerSecond).putInt(16, units));
    }

    /// One box.
    static byte[] box(String type, ByteBuffer content) {
        return ByteBuffer.allocate(8 + content.capacity())
                .putInt(8 + content.capacity())
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .put(content.clear())
                .array();
    }
}
