package dev.zoetrope.predictions;

/// Secrets by which a server signs what only it shall be able to make, such as URLs that need no token.
/// Thread-safe.
@FunctionalInterface
public interface ServerSecrets {
    /// The secret for a purpose: 32 bytes, made at random when first asked for, the same ever after and on
    /// every server of this database. Blocks; ask once and keep it.
    ///
    /// @param purpose a word; secrets of different purposes have nothing to do with each other
    byte[] of(String purpose);
}
