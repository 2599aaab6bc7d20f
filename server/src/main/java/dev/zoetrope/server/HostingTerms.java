package dev.zoetrope.server;

/// What a [HostedModel] needs to know about its process.
///
/// @param starter starts one, or dials the one there is
/// @param memoryLimit bytes of resident memory beyond which it is killed
/// @param slots how many predictions it takes at the same time
/// @param isOurs true for a child of the server, false for one that others started and others may use
/// @param origin under which it reaches this server
/// @param uploads the secret in the URL to which it uploads files
/// @param gone called once when there will be no process any more
record HostingTerms(
        Starter starter, long memoryLimit, int slots, boolean isOurs, String origin, String uploads, Runnable gone) {
    /// Starts a process.
    interface Starter {
        /// Starts it and returns at once; throws an unchecked exception that says why it could not.
        ModelProcess start();
    }
}
