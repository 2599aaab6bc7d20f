package dev.zoetrope.seedance;

import dev.zoetrope.cog.Context;

/// Makes films. Which engine made a film is always said openly in its log; none is passed off as another.
///
/// One instance serves all predictions, several at a time.
interface Engine {
    /// The name by which it is chosen, such as `animatic`.
    String name();

    /// What it is, in a few honest words for the log.
    String nature();

    /// Gets ready, so that the first film does not pay for it. A failure here means that no film can be made.
    void warmUp() throws Exception;

    /// Makes one film; works on the calling thread, which must be a platform thread if the engine is native. Reports
    /// progress and shot list through the context and stops within half a second of a cancellation.
    ///
    /// Throws [dev.zoetrope.cog.ModelException] for what the caller can mend, and
    /// [dev.zoetrope.cog.CancelledException] once cancelled.
    Footage make(Job job, Context context) throws Exception;
}
