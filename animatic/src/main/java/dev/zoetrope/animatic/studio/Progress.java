package dev.zoetrope.animatic.studio;

/// Watches a film being made, and may call it off. Asked and told from the thread that shoots.
@FunctionalInterface
public interface Progress {
    /// Nobody watches.
    Progress UNWATCHED = share -> {};

    /// How much of the film is done.
    ///
    /// @param share from 0 to 1, never less than before
    void share(double share);

    /// Whether the film is no longer wanted; asked at least at each frame, so answer quickly.
    default boolean cancelled() {
        return false;
    }
}
