package dev.zoetrope.server;

import dev.zoetrope.api.Codec;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// A connection on which every byte is the test's own, for requests that no polite client sends.
final class Wire implements AutoCloseable {
    private final Socket socket;
    private final InputStream in;

    Wire(TestServer server) {
        try {
            socket = new Socket(
                    InetAddress.getLoopbackAddress(), server.server.url().getPort());
            socket.setSoTimeout(30_000);
            in = socket.getInputStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    record Answer(int status, Map<String, String> headers, String body) {
        Map<String, Object> json() {
            return Codec.readObject(body);
        }
    }

    /// Sends text as it is; `\n` becomes CR LF.
    Wire send(String text) {
        return send(text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    Wire send(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Reads one answer with a length or in chunks.
    Answer read(boolean hasBody) {
        try {
            int status = Integer.parseInt(line().split(" ", 3)[1]);
            var headers = new LinkedHashMap<String, String>();
            for (String line = line(); !line.isEmpty(); line = line()) {
                int colon = line.indexOf(':');
                headers.put(
                        line.substring(0, colon).toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
            boolean none = !hasBody || status < 200 || status == 204;
            return new Answer(status, headers, none ? "" : body(headers));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Answer read() {
        return read(true);
    }

    private String body(Map<String, String> headers) throws IOException {
        if (!headers.containsKey("transfer-encoding")) {
            int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
            return new String(in.readNBytes(length), StandardCharsets.UTF_8);
        }
        var whole = new ByteArrayOutputStream();
        for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            whole.write(in.readNBytes(size));
            line();
        }
        line();
        return whole.toString(StandardCharsets.UTF_8);
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (int read = in.read(); read != '\n'; read = in.read()) {
            if (read < 0) {
                throw new IOException("the connection ended after \"" + line + "\"");
            }
            line.write(read);
        }
        return line.toString(StandardCharsets.UTF_8).stripTrailing();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
