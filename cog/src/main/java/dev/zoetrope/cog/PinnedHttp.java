package dev.zoetrope.cog;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/// A small HTTP/1.1 client whose one reason to exist is that it connects to exactly the address that was checked.
///
/// `java.net.http` takes only a name and resolves it again when it connects, so an attacker's name server could answer
/// with a public address to the check and with 127.0.0.1 to the connection. Here the name is looked up once; the socket
/// goes to the address, while `Host`, TLS server name and certificate check keep the name. One request per connection,
/// no redirects (the caller checks each hop anew), no proxy. Thread-safe.
final class PinnedHttp {
    private static final String USER_AGENT = "zoetrope";

    /// After a cancel the worker only has a socket to close and a file to delete.
    private static final Duration WORKER_GRACE = Duration.ofSeconds(1);

    private final FetchPolicy policy;
    private final AddressGuard guard;
    private final SSLSocketFactory tls;

    PinnedHttp(FetchPolicy policy, AddressGuard guard, SSLSocketFactory tls) {
        this.policy = policy;
        this.guard = guard;
        this.tls = tls;
    }

    /// Sends a request and reads the head of its answer; throws [FetchException] when the URL may not be reached or
    /// does not answer. The caller closes what is returned.
    HttpAnswer send(URI uri, String method, Map<String, String> headers, byte[] body, Duration connectTimeout) {
        HttpTarget target = HttpTarget.of(uri);
        Socket socket = connect(target, connectTimeout);
        try {
            Socket channel = target.isTls() ? secured(socket, target) : socket;
            OutputStream out = channel.getOutputStream();
            out.write(head(target, method, headers, body.length).getBytes(StandardCharsets.ISO_8859_1));
            out.write(body);
            out.flush();
            return HttpAnswer.read(channel);
        } catch (SSLException e) {
            close(socket);
            throw new FetchException(uri, "no secure connection could be made: " + e.getMessage(), e);
        } catch (IOException e) {
            close(socket);
            throw new FetchException(uri, "it gave no answer: " + e.getMessage(), e);
        }
    }

    private Socket connect(HttpTarget target, Duration timeout) {
        List<InetAddress> addresses;
        try {
            addresses = policy.isTrusted(target.uri()) ? guard.resolve(target.host()) : guard.checkAll(target.host());
        } catch (AddressRefusedException e) {
            throw new FetchException(target.uri(), "" + e.getMessage(), e);
        }
        @Nullable IOException failure = null;
        for (InetAddress address : addresses) {
            var socket = new Socket();
            try {
                socket.connect(new InetSocketAddress(address, target.port()), Math.toIntExact(timeout.toMillis()));
                socket.setTcpNoDelay(true);
                return socket;
            } catch (IOException e) {
                close(socket);
                failure = e;
            }
        }
        throw new FetchException(
                target.uri(), "could not connect: " + (failure == null ? "" : failure.getMessage()), failure);
    }

    private Socket secured(Socket socket, HttpTarget target) throws IOException {
        var secured = (SSLSocket) tls.createSocket(socket, target.host(), target.port(), true);
        SSLParameters parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        if (!target.isLiteral()) {
            parameters.setServerNames(List.of(new SNIHostName(target.host())));
        }
        secured.setSSLParameters(parameters);
        secured.startHandshake();
        return secured;
    }

    private static String head(HttpTarget target, String method, Map<String, String> headers, int length) {
        var head = new StringBuilder();
        head.append(method).append(' ').append(target.path()).append(" HTTP/1.1\r\n");
        header(head, "Host", target.hostHeader());
        header(head, "User-Agent", USER_AGENT);
        header(head, "Accept", "*/*");
        header(head, "Accept-Encoding", "identity");
        header(head, "Connection", "close");
        if (!method.equals("GET")) {
            header(head, "Content-Length", String.valueOf(length));
        }
        headers.forEach((name, value) -> header(head, name, value));
        return head.append("\r\n").toString();
    }

    private static void header(StringBuilder head, String name, String value) {
        if ((name + value).chars().anyMatch(letter -> letter < ' ' || letter > '~')) {
            throw new IllegalArgumentException("header " + name + " holds characters that no header may have");
        }
        head.append(name).append(": ").append(value).append("\r\n");
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // Closing failed: it is not open any more either way.
        }
    }

    /// Runs work that blocks in sockets so that it ends when the time is over or the caller is interrupted.
    ///
    /// The work runs on a virtual thread, since only there does an interrupt close a socket that is waited on; the
    /// caller may be any thread. A name look-up cannot be stopped and is left behind.
    static <T> T within(Duration timeout, URI uri, Callable<T> work) throws InterruptedException {
        var task = new FutureTask<>(work);
        Thread worker = Thread.ofVirtual().name("cog-http").start(task);
        try {
            return task.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            stop(task, worker);
            throw new FetchException(uri, "it took longer than " + timeout.toMillis() / 1000.0 + " seconds", e);
        } catch (InterruptedException e) {
            stop(task, worker);
            throw e;
        } catch (ExecutionException e) {
            throw switch (e.getCause()) {
                case FetchException known -> known;
                case IOException broken -> new FetchException(uri, "it broke off: " + broken.getMessage(), broken);
                case RuntimeException bug -> bug;
                case null, default -> new IllegalStateException("fetching " + FetchException.shown(uri), e);
            };
        }
    }

    private static void stop(FutureTask<?> task, Thread worker) throws InterruptedException {
        task.cancel(true);
        worker.join(WORKER_GRACE);
    }
}
