package dev.zoetrope.server;

import dev.zoetrope.predictions.Database;
import dev.zoetrope.predictions.DeploymentRecords.Release;
import dev.zoetrope.predictions.ModelRecords.About;
import dev.zoetrope.predictions.ModelRecords.ModelRecord;
import dev.zoetrope.predictions.ModelRecords.Origin;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Fills the models of a server at its start: the program's own, those of files, and those that callers
/// registered.
final class Registry {
    private static final Logger LOG = LoggerFactory.getLogger(Registry.class);

    private Registry() {}

    /// Throws [IllegalArgumentException] when a file is no registration.
    static void fill(Models models, Database database, ServerOptions options) {
        Set<String> here = new HashSet<>();
        @Nullable Path folder = options.registry().folder();
        if (folder != null) {
            for (Registration registration : ModelFolder.read(folder)) {
                models.register(registration, Origin.FILE);
                here.add(registration.slug());
            }
        }
        for (ModelCommand command : options.models()) {
            // A file may say more about one of the program's models, or run it in another way.
            if (here.add(command.slug())) {
                models.register(own(command), Origin.PROGRAM);
            }
        }
        for (ModelRecord record : database.models().list()) {
            if (record.origin() == Origin.API && here.add(record.slug())) {
                models.load(record);
            }
        }
        for (Release release : database.deployments().list()) {
            open(models, release);
        }
    }

    /// Deployments keep their processes running, so they are opened before anybody asks.
    private static void open(Models models, Release release) {
        try {
            models.deployed(release);
        } catch (dev.zoetrope.api.ApiException e) {
            LOG.warn("the deployment {} cannot run: {}", release.slug(), e.getMessage());
        }
    }

    private static Registration own(ModelCommand command) {
        var about = new About(
                command.description(),
                command.readme().isEmpty() ? null : command.readme(),
                null,
                null,
                null,
                null,
                null);
        return new Registration(command.slug(), true, "public", "cpu", RunSpec.of(command), about);
    }
}
