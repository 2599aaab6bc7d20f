package dev.zoetrope.cog;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// The answer to one HTTP/1.1 request (RFC 9112): its head, and its body as a stream that ends where the body does. A
/// body that breaks off before its announced end throws [EOFException]. Not thread-safe; closing it closes the
/// connection.
final class HttpAnswer implements AutoCloseable {
    /// Generous for signed CDN answers; a head without end must not fill the memory.
    private static final int LARGEST_HEAD = 64 << 10;

    private final Socket socket;
    private final int status;
    private final Map<String, String> headers;
    private final InputStream body;

    private HttpAnswer(Socket socket, int status, Map<String, String> headers, InputStream in) throws IOException {
        this.socket = socket;
        this.status = status;
        this.headers = headers;
        this.body = body(in);
    }

    /// Reads an answer's head, skipping interim ones such as 100.
    static HttpAnswer read(Socket socket) throws IOException {
        var in = new BufferedInputStream(socket.getInputStream());
        var lines = new Lines(in, LARGEST_HEAD);
        int status = status(lines.next());
        Map<String, String> headers = headers(lines);
        while (status < 200) {
            status = status(lines.next());
            headers = headers(lines);
        }
        return new HttpAnswer(socket, status, headers, in);
    }

    int status() {
        return status;
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    InputStream body() {
        return body;
    }

    /// How long the body says it is; empty when it does not, or its chunks overrule what it says.
    OptionalLong length() {
        return body instanceof FixedBody fixed ? OptionalLong.of(fixed.length) : OptionalLong.empty();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // Closing failed: it is not open any more either way.
        }
    }

    private static int status(String line) throws ProtocolException {
        if (!line.matches("HTTP/1\\.[01] [1-9][0-9][0-9]( .*)?")) {
            throw new ProtocolException("it does not speak HTTP/1.1");
        }
        return Integer.parseInt(line.substring(9, 12));
    }

    private static Map<String, String> headers(Lines lines) throws IOException {
        var headers = new HashMap<String, String>();
        for (String line = lines.next(); !line.isEmpty(); line = lines.next()) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
                String value = line.substring(colon + 1).strip();
                String earlier = headers.putIfAbsent(name, value);
                // Two lengths are a known way to smuggle; two of anything else do not matter here.
                if (name.equals("content-length") && earlier != null && !earlier.equals(value)) {
                    throw new ProtocolException("it says two different lengths");
                }
            }
        }
        return headers;
    }

    private InputStream body(InputStream in) throws IOException {
        if (status == 204 || status == 304) {
            return InputStream.nullInputStream();
        }
        Optional<String> coding = header("Transfer-Encoding");
        if (coding.isPresent()) {
            if (!coding.get().equalsIgnoreCase("chunked")) {
                throw new ProtocolException("it sends the transfer encoding " + coding.get());
            }
            return new ChunkedBody(in);
        }
        Optional<String> length = header("Content-Length");
        if (length.isEmpty()) {
            return in; // Ends with the connection.
        }
        if (!length.get().matches("[0-9]{1,18}")) {
            throw new ProtocolException("its length is " + length.get());
        }
        return new FixedBody(in, Long.parseLong(length.get()));
    }

    /// Lines that end with CR LF or LF, up to so many bytes in all.
    static final class Lines {
        private final InputStream in;
        private int left;

        Lines(InputStream in, int most) {
            this.in = in;
            this.left = most;
        }

        String next() throws IOException {
            var line = new ByteArrayOutputStream();
            for (int read = in.read(); read != '\n'; read = in.read()) {
                if (read < 0) {
                    throw new EOFException("the connection ended early");
                }
                if (left-- == 0) {
                    throw new ProtocolException("its head is too long");
                }
                line.write(read);
            }
            String text = line.toString(StandardCharsets.ISO_8859_1);
            return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
        }
    }

    /// A body of a known length.
    private static final class FixedBody extends InputStream {
        private final InputStream in;
        private final long length;
        private long left;

        FixedBody(InputStream in, long length) {
            this.in = in;
            this.length = length;
            this.left = length;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int most) throws IOException {
            if (left == 0) {
                return -1;
            }
            int read = in.read(into, offset, (int) Math.min(most, left));
            if (read < 0) {
                throw new EOFException("it ended after " + (length - left) + " of " + length + " bytes");
            }
            left -= read;
            return read;
        }
    }
}
