package dev.zoetrope.cog;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ServerSocketFactory;

/// A server that sends what the test says byte for byte, for answers that no well-behaved server gives.
final class RawServer implements AutoCloseable {
    interface Script {
        void play(OutputStream out) throws IOException, InterruptedException;
    }

    private final ServerSocket socket;
    private final List<String> heads = new CopyOnWriteArrayList<>();

    RawServer(Script script) {
        this(ServerSocketFactory.getDefault(), script);
    }

    RawServer(ServerSocketFactory sockets, Script script) {
        try {
            socket = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(() -> accept(script));
    }

    static RawServer sending(String answer) {
        return new RawServer(out -> out.write(answer.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private void accept(Script script) {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                Thread.ofVirtual().start(() -> serve(connection, script));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket connection, Script script) {
        try (connection) {
            var head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                int read = connection.getInputStream().read();
                if (read < 0) {
                    return;
                }
                head.append((char) read);
            }
            heads.add(head.toString());
            script.play(connection.getOutputStream());
            connection.getOutputStream().flush();
        } catch (IOException | InterruptedException e) {
            // The client went away, as some tests want.
        }
    }

    List<String> heads() {
        return heads;
    }

    int port() {
        return socket.getLocalPort();
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
