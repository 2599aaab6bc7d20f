package dev.zoetrope.seedance;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.OptionalDouble;

/// The length of an MP4 or MOV, read from its movie header box alone (ISO/IEC 14496-12, 8.2.2); nothing is decoded.
final class Mp4Length {
    /// `moov`, read as a number.
    private static final int MOVIE = 0x6d6f6f76;
    /// `mvhd`, read as a number.
    private static final int MOVIE_HEADER = 0x6d766864;

    private static final int BOX_HEADER = 8;
    private static final int LONG_BOX_HEADER = 16;
    /// The movie header is nearly always the first box inside the movie; a file with this many boxes is broken.
    private static final int MAX_BOXES = 1000;

    private Mp4Length() {}

    /// The length in seconds; nothing when the file does not say.
    static OptionalDouble seconds(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            return search(channel, 0, channel.size(), MOVIE);
        }
    }

    /// Looks for a movie, then inside it for its header; goes no deeper, so that boxes within boxes do no harm.
    private static OptionalDouble search(FileChannel channel, long from, long end, int wanted) throws IOException {
        long at = from;
        for (int box = 0; box < MAX_BOXES && at + BOX_HEADER <= end; box++) {
            ByteBuffer header = read(channel, at, LONG_BOX_HEADER);
            long size = Integer.toUnsignedLong(header.getInt(0));
            int headerSize = BOX_HEADER;
            if (size == 1) {
                size = header.getLong(BOX_HEADER);
                headerSize = LONG_BOX_HEADER;
            } else if (size == 0) {
                size = end - at;
            }
            if (size < headerSize || size > end - at) {
                return OptionalDouble.empty();
            }
            if (header.getInt(4) == wanted) {
                return wanted == MOVIE
                        ? search(channel, at + headerSize, at + size, MOVIE_HEADER)
                        : movieHeader(read(channel, at + headerSize, 32));
            }
            at += size;
        }
        return OptionalDouble.empty();
    }

    private static OptionalDouble movieHeader(ByteBuffer box) {
        boolean wide = box.get(0) == 1;
        long unitsPerSecond = Integer.toUnsignedLong(box.getInt(wide ? 20 : 12));
        long units = wide ? box.getLong(24) : Integer.toUnsignedLong(box.getInt(16));
        return unitsPerSecond == 0 || units <= 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((double) units / unitsPerSecond);
    }

    /// As many bytes as there are, with zeros after them.
    private static ByteBuffer read(FileChannel channel, long at, int count) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(count);
        while (bytes.hasRemaining() && channel.read(bytes, at + bytes.position()) >= 0) {}
        return bytes;
    }
}
