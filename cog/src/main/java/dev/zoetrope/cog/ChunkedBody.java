package dev.zoetrope.cog;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;

/// A body in chunks (RFC 9112, section 7.1); trailers are read over. Throws [EOFException] when it breaks off.
final class ChunkedBody extends InputStream {
    /// Chunk extensions are allowed and meaningless; without a limit a size line could go on for ever.
    private static final int LONGEST_LINE = 4096;

    private final InputStream in;
    private long left;
    private boolean isFirst = true;
    private boolean isOver;

    ChunkedBody(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int most) throws IOException {
        if (left == 0 && !isOver) {
            nextChunk();
        }
        if (isOver) {
            return -1;
        }
        int read = in.read(into, offset, (int) Math.min(most, left));
        if (read < 0) {
            throw new EOFException("it ended within a chunk");
        }
        left -= read;
        return read;
    }

    private void nextChunk() throws IOException {
        var lines = new HttpAnswer.Lines(in, LONGEST_LINE);
        if (!isFirst && !lines.next().isEmpty()) {
            throw new ProtocolException("its chunks do not end where they say");
        }
        isFirst = false;
        String size = lines.next().replaceFirst(";.*", "").strip();
        if (!size.matches("[0-9a-fA-F]{1,15}")) {
            throw new ProtocolException("the size of a chunk is no number");
        }
        left = Long.parseLong(size, 16);
        if (left == 0) {
            isOver = true;
        }
    }
}
