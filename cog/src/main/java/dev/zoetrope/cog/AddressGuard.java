package dev.zoetrope.cog;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Decides which hosts the server may talk to on behalf of a caller, so that nobody reaches the network behind
/// it: input files and webhooks both pass here. Immutable and thread-safe.
///
/// It resolves a name once and checks every address that it has. Connect to the address it returns, not to the
/// name: a second look-up may give another answer (DNS rebinding).
public final class AddressGuard {
    private final boolean allowPrivate;
    private final Resolver resolver;

    /// Turns a name into its addresses.
    interface Resolver {
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    /// A guard that refuses addresses that are not of the public internet, or only names without any address
    /// when private ones are allowed.
    public AddressGuard(boolean allowPrivate) {
        this(allowPrivate, NameLookup::resolve);
    }

    AddressGuard(boolean allowPrivate, Resolver resolver) {
        this.allowPrivate = allowPrivate;
        this.resolver = resolver;
    }

    /// Resolves a host, a name or a literal address with or without brackets, and returns the address to
    /// connect to; throws [AddressRefusedException] when it has none, or any of them may not be reached. Blocks
    /// for the look-up.
    public InetAddress check(String host) {
        return checkAll(host).getFirst();
    }

    /// All addresses of a host that passed, in the resolver's order.
    List<InetAddress> checkAll(String host) {
        List<InetAddress> addresses = resolve(host);
        for (InetAddress address : addresses) {
            @Nullable String kind = allowPrivate ? null : AddressRanges.notPublic(address);
            if (kind != null) {
                String literal = address.getHostAddress();
                String subject = host.equals(literal) || host.equals("[" + literal + "]")
                        ? literal
                        : host + " (" + literal + ")";
                throw new AddressRefusedException(
                        subject + " is " + kind + "; start the server with --allow-private-urls to permit it", false);
            }
        }
        return addresses;
    }

    /// The addresses of a host whose origin is trusted whatever they are.
    List<InetAddress> resolve(String host) {
        try {
            List<InetAddress> addresses = List.of(resolver.resolve(host));
            if (!addresses.isEmpty()) {
                return addresses;
            }
        } catch (UnknownHostException e) {
            // Said below.
        }
        throw new AddressRefusedException("the host " + host + " is not known; check its name", true);
    }
}
