package dev.zoetrope.server;

import java.net.IDN;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The names and addresses under which clients reach a server, as its certificate must list them.
final class ServerNames {
    private static final Pattern NAME =
            Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*");
    private static final Pattern FOUR = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");

    private static final int IPV4_BYTES = 4;

    private ServerNames() {}

    /// All names of a server: this machine's, the address it is bound to, and the host of its public URL.
    static Set<String> of(String bound, @Nullable URI publicUrl) {
        var names = new LinkedHashSet<>(List.of("localhost", "127.0.0.1", "::1"));
        hostName().ifPresent(names::add);
        if (!bound.equals("0.0.0.0") && !bound.equals("::")) {
            add(names, bound);
        }
        if (publicUrl != null && publicUrl.getHost() != null) {
            add(names, publicUrl.getHost());
        }
        return names;
    }

    /// The names that a certificate lists.
    static Set<String> of(X509Certificate certificate) {
        var names = new TreeSet<String>();
        try {
            Collection<List<?>> alternatives = certificate.getSubjectAlternativeNames();
            if (alternatives != null) {
                alternatives.forEach(each -> names.add(plain(String.valueOf(each.get(1)))));
            }
        } catch (CertificateParsingException e) {
            return Set.of(); // a certificate that cannot be read serves nobody
        }
        return names;
    }

    /// True for an IP address as opposed to a name.
    static boolean isAddress(String name) {
        return name.contains(":") || FOUR.matcher(name).matches();
    }

    private static void add(Set<String> names, String host) {
        String name = plain(host.replaceAll("^\\[|]$", ""));
        if (isAddress(name)) {
            names.add(name);
            return;
        }
        String ascii = IDN.toASCII(name).toLowerCase(Locale.ROOT);
        if (NAME.matcher(ascii).matches()) {
            names.add(ascii);
        }
    }

    private static Optional<String> hostName() {
        try {
            String name = InetAddress.getLocalHost().getHostName().toLowerCase(Locale.ROOT);
            return NAME.matcher(name).matches() && !isAddress(name) ? Optional.of(name) : Optional.empty();
        } catch (UnknownHostException e) {
            return Optional.empty(); // a machine without a name
        }
    }

    /// An address in the one way it is written here; Java writes `::1` as `0:0:0:0:0:0:0:1`.
    private static String plain(String name) {
        if (!name.contains(":")) {
            return name;
        }
        try {
            byte[] address = InetAddress.getByName(name).getAddress();
            boolean isLoopback = InetAddress.getByAddress(address).isLoopbackAddress();
            return isLoopback && address.length > IPV4_BYTES
                    ? "::1"
                    : InetAddress.getByAddress(address).getHostAddress().replaceAll("%.*", "");
        } catch (UnknownHostException e) {
            return name;
        }
    }
}
