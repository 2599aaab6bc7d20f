package dev.zoetrope.server;

import java.nio.file.Path;

/// How the public listener speaks to the world.
///
/// @param tls whether it speaks https, and with which certificate
/// @param cors pages of which origins may call the API from a browser
public record WebOptions(Tls tls, CorsPolicy cors) {
    /// Plain http, and browsers on this machine.
    public static WebOptions defaults() {
        return new WebOptions(new Tls.Off(), CorsPolicy.defaults());
    }

    /// Which certificate to serve with.
    public sealed interface Tls {
        /// None: plain http.
        record Off() implements Tls {}

        /// One that the server makes and renews itself, signed by its [LocalAuthority].
        record Local() implements Tls {}

        /// The operator's own.
        ///
        /// @param certificate PEM file of the certificate, followed by those of its issuers
        /// @param key PEM file of its private key, not encrypted
        record Given(Path certificate, Path key) implements Tls {}
    }
}
