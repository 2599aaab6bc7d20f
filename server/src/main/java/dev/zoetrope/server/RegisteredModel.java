package dev.zoetrope.server;

import dev.zoetrope.predictions.ModelRecords;
import dev.zoetrope.predictions.ModelRecords.ModelRecord;
import org.jspecify.annotations.Nullable;

/// A model that this server knows now.
///
/// @param record what is known of it
/// @param run how it is run, or null when it cannot be
/// @param identity a digest of how it is run
/// @param pool who runs it, or null when it cannot be
record RegisteredModel(
        ModelRecord record,
        @Nullable RunSpec run,
        String identity,
        @Nullable Pool pool) {
    String slug() {
        return record.slug();
    }

    /// The part before the slash.
    String owner() {
        return slug().substring(0, slug().indexOf('/'));
    }

    /// The part after the slash.
    String name() {
        return slug().substring(slug().indexOf('/') + 1);
    }

    boolean isOfficial() {
        return record.isOfficial();
    }

    /// True when a caller of the API made it, and so may change how it is run, and delete it.
    boolean isOfApi() {
        return record.origin() == ModelRecords.Origin.API;
    }

    /// Its latest version as far as it is known; null when it cannot be run, or has never been started.
    @Nullable
    ModelSchema latest() {
        return pool == null ? null : pool.board().known();
    }

    /// True when this is the id of its latest version, which need not have been started if its id is
    /// prescribed.
    boolean isLatest(String id) {
        @Nullable ModelSchema latest = latest();
        return latest == null
                ? run != null && id.equals(run.version())
                : latest.id().equals(id);
    }

    RegisteredModel with(ModelRecord changed) {
        return new RegisteredModel(changed, run, identity, pool);
    }
}
