package dev.zoetrope.cog;

/// Thrown inside a model when its prediction has been cancelled; let it pass, the host answers `canceled`.
public final class CancelledException extends Exception {
    public CancelledException() {
        super("the prediction was cancelled");
    }
}
