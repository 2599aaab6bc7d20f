package dev.zoetrope.cog;

/// A host that may not be reached: its address is not of the public internet, or it has none. Public because whoever
/// asks an [AddressGuard] handles it. The message says which, and the remedy.
public final class AddressRefusedException extends RuntimeException {
    private final boolean isUnknownHost;

    AddressRefusedException(String message, boolean isUnknownHost) {
        super(message);
        this.isUnknownHost = isUnknownHost;
    }

    /// True when the name could not be resolved, which may be different later; false for a forbidden address.
    public boolean isUnknownHost() {
        return isUnknownHost;
    }
}
