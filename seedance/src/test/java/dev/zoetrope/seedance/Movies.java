package dev.zoetrope.seedance;

import dev.zoetrope.animatic.Frame;
import dev.zoetrope.animatic.FrameSize;
import dev.zoetrope.animatic.media.Mp4Writer;
import dev.zoetrope.animatic.media.Tracks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// MP4 files for tests that have a header and nothing to see.
final class Movies {
    private Movies() {}

    /// A film whose camera pans over stripes and rings, 24 frames a second.
    static byte[] panning(int frames) {
        var size = new FrameSize(400, 304);
        try {
            Path file = Files.createTempFile("panning", ".mp4");
            try (var writer = new Mp4Writer(file, size, frames, Tracks.PICTURE, () -> false)) {
                for (int i = 0; i < frames; i++) {
                    Frame frame = writer.next();
                    paint(frame, 2 * i);
                    writer.write(frame);
                }
                writer.finish();
            }
            byte[] bytes = Files.readAllBytes(file);
            Files.delete(file);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void paint(Frame frame, int left) {
        for (int plane = 0; plane < Frame.PLANES; plane++) {
            for (int y = 0; y < frame.height(plane); y++) {
                var row = new byte[frame.width(plane)];
                for (int x = 0; x < row.length; x++) {
                    double at = (x + left) / 23.0;
                    double level =
                            126 + 50 * Math.sin(at) * Math.cos(y / 19.0) + 40 * Math.sin(at * at / 40 + y / 31.0);
                    row[x] = (byte) (plane == 0 ? (int) level : 128);
                }
                frame.row(plane, y, row);
            }
        }
    }

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
