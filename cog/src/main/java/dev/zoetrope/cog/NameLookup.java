package dev.zoetrope.cog;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// Looks names up without holding others up. The platform's look-up blocks in native code; on a virtual thread
/// it would keep the processor's carrier thread occupied, so that a few names with a dead name server stop
/// every virtual thread there is. So a virtual thread lets a platform thread wait in its place.
final class NameLookup {
    private NameLookup() {}

    /// All addresses of a host. An interrupt ends the wait; the look-up itself is left behind.
    static InetAddress[] resolve(String host) throws UnknownHostException {
        if (!Thread.currentThread().isVirtual() || isLiteral(host)) {
            return InetAddress.getAllByName(host);
        }
        var lookup = new FutureTask<>(() -> InetAddress.getAllByName(host));
        Thread.ofPlatform().daemon().name("name look-up").start(lookup);
        try {
            return lookup.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unknown(host, e);
        } catch (ExecutionException e) {
            throw unknown(host, e.getCause() == null ? e : e.getCause());
        }
    }

    private static boolean isLiteral(String host) {
        return host.contains(":") || host.matches("[0-9.]+");
    }

    private static UnknownHostException unknown(String host, Throwable cause) {
        var unknown = new UnknownHostException(host);
        unknown.initCause(cause);
        return unknown;
    }
}
