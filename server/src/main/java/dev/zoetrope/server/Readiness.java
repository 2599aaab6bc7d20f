package dev.zoetrope.server;

/// What [HostedModel#awaitReady] found.
sealed interface Readiness {
    /// There is a process that takes work.
    record Ready(ModelProcess process) implements Readiness {}

    /// There will be none before somebody mends something.
    record Broken(String reason) implements Readiness {}

    /// There was none in the time given.
    record NotYet() implements Readiness {}
}
