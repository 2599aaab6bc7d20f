package dev.zoetrope.seedance;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/// A web server on loopback with files that tests put there. A path that nothing was put at is a 404.
final class FileServer implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final CountDownLatch slowRequest = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);

    FileServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            byte[] file = files.get(exchange.getRequestURI().getPath());
            exchange.sendResponseHeaders(file == null ? 404 : 200, file == null ? -1 : file.length);
            if (file != null) {
                try (OutputStream body = exchange.getResponseBody()) {
                    body.write(file);
                }
            }
            exchange.close();
        });
        server.createContext("/never-ends", exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            slowRequest.countDown();
            try {
                closed.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
        });
        server.start();
    }

    /// Puts a file there; gives its address.
    String put(String name, byte[] content) {
        files.put("/" + name, content);
        return address(name);
    }

    /// The address of a file, there or not.
    String address(String name) {
        return origin() + "/" + name;
    }

    /// What a fetch policy has to trust for the files to be had.
    URI origin() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /// Waits until somebody has asked for `never-ends`.
    void awaitSlowRequest() throws InterruptedException {
        slowRequest.await();
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}
