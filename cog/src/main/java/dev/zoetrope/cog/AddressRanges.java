package dev.zoetrope.cog;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The address blocks that are not of the public internet: IANA's registries of special-purpose IPv4 and IPv6
/// addresses (RFC 6890), and multicast.
final class AddressRanges {
    /// A block of addresses and what a message calls one of them.
    private static final class Block {
        private final byte[] network;
        private final int bits;
        private final String kind;

        private Block(byte[] network, int bits, String kind) {
            this.network = network;
            this.bits = bits;
            this.kind = kind;
        }

        static Block of(String network, int bits, String kind) {
            try {
                return new Block(InetAddress.getByName(network).getAddress(), bits, kind);
            } catch (UnknownHostException e) {
                throw new IllegalStateException("a literal address is never looked up: " + network, e);
            }
        }

        boolean holds(byte[] address) {
            if (address.length != network.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> bit % 8;
                if ((address[bit / 8] & mask) != (network[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    private static final String PRIVATE = "a private address";
    private static final String RESERVED = "a reserved address";
    private static final String DOCUMENTATION = "an address for documentation";

    /// Narrow blocks stand before the wide ones around them, so that the message is the more telling one.
    private static final List<Block> BLOCKS = List.of(
            Block.of("0.0.0.0", 32, "the unspecified address"),
            Block.of("0.0.0.0", 8, "an address of this network itself"),
            Block.of("10.0.0.0", 8, PRIVATE),
            Block.of("100.64.0.0", 10, "a carrier's private address"),
            Block.of("127.0.0.0", 8, "a loopback address"),
            Block.of("169.254.169.254", 32, "the metadata service of a cloud"),
            Block.of("169.254.0.0", 16, "a link-local address"),
            Block.of("172.16.0.0", 12, PRIVATE),
            Block.of("192.0.0.0", 24, RESERVED),
            Block.of("192.0.2.0", 24, DOCUMENTATION),
            Block.of("192.88.99.0", 24, RESERVED),
            Block.of("192.168.0.0", 16, PRIVATE),
            Block.of("198.18.0.0", 15, "an address for benchmarks"),
            Block.of("198.51.100.0", 24, DOCUMENTATION),
            Block.of("203.0.113.0", 24, DOCUMENTATION),
            Block.of("224.0.0.0", 4, "a multicast address"),
            Block.of("255.255.255.255", 32, "the broadcast address"),
            Block.of("240.0.0.0", 4, RESERVED),
            Block.of("::", 128, "the unspecified address"),
            Block.of("::1", 128, "a loopback address"),
            Block.of("100::", 64, RESERVED),
            Block.of("2001:db8::", 32, DOCUMENTATION),
            Block.of("2001::", 23, RESERVED),
            Block.of("3fff::", 20, DOCUMENTATION),
            Block.of("5f00::", 16, RESERVED),
            Block.of("fc00::", 7, PRIVATE),
            Block.of("fe80::", 10, "a link-local address"),
            Block.of("fec0::", 10, PRIVATE),
            Block.of("ff00::", 8, "a multicast address"));

    /// An IPv4 address within an IPv6 one: the prefix, and where the four bytes stand.
    private record Embedding(Block block, int offset) {}

    private static final List<Embedding> EMBEDDINGS = List.of(
            // Java turns ::ffff:0:0/96 into plain IPv4 on its own.
            new Embedding(Block.of("::", 96, ""), 12), // IPv4-compatible, RFC 4291
            new Embedding(Block.of("::ffff:0:0:0", 96, ""), 12), // IPv4-translated, RFC 2765
            new Embedding(Block.of("64:ff9b::", 96, ""), 12), // NAT64, RFC 6052
            new Embedding(Block.of("2002::", 16, ""), 2)); // 6to4, RFC 3056

    /// The network's own choice, RFC 8215: which IPv4 address it leads to cannot be told from outside.
    private static final Block LOCAL_NAT64 = Block.of("64:ff9b:1::", 48, "an address of a local NAT64");

    private AddressRanges() {}

    /// What an address is when it is not of the public internet, such as "a private address"; null when it is.
    static @Nullable String notPublic(InetAddress address) {
        return notPublic(address.getAddress());
    }

    private static @Nullable String notPublic(byte[] address) {
        for (Block block : BLOCKS) {
            if (block.holds(address)) {
                return block.kind;
            }
        }
        if (LOCAL_NAT64.holds(address)) {
            return LOCAL_NAT64.kind;
        }
        for (Embedding embedding : EMBEDDINGS) {
            if (embedding.block().holds(address)) {
                byte[] inner = new byte[4];
                System.arraycopy(address, embedding.offset(), inner, 0, inner.length);
                return notPublic(inner);
            }
        }
        return null;
    }
}
