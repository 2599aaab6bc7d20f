package dev.zoetrope.predictions;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Deployments: a model's version under a name of its own, with processes of its own. Each change is a new release.
/// Writes are durable when they return. Thread-safe.
public interface DeploymentRecords {
    /// One release of a deployment.
    ///
    /// @param slug `owner/name` of the deployment
    /// @param number 1 for the first release
    /// @param model `owner/name` of the model
    /// @param version the model's version
    /// @param hardware a label
    /// @param minInstances so many processes are kept running
    /// @param maxInstances at most so many run
    /// @param createdAt when it was released
    record Release(
            String slug,
            int number,
            String model,
            String version,
            String hardware,
            int minInstances,
            int maxInstances,
            Instant createdAt) {}

    /// Stores a release; false when the deployment has one of this number already.
    boolean add(Release release);

    /// The current release of a deployment.
    Optional<Release> find(String slug);

    /// The current releases of all deployments, newest deployment first.
    List<Release> list();

    /// Forgets a deployment; false when there is none.
    boolean delete(String slug);
}
