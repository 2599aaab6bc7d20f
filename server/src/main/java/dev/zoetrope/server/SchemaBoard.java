package dev.zoetrope.server;

import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// What is known of the schema of that which a pool runs: from an earlier run, or from the process that runs
/// now. Thread-safe.
final class SchemaBoard {
    /// Turns a process's OpenAPI document into a version, and keeps it.
    interface Learner {
        ModelSchema learn(Map<String, @Nullable Object> openapi);
    }

    private final AtomicReference<@Nullable ModelSchema> known;
    private final Learner learner;

    SchemaBoard(@Nullable ModelSchema known, Learner learner) {
        this.known = new AtomicReference<>(known);
        this.learner = learner;
    }

    /// A board on which nothing changes: an older version stays what it is.
    static SchemaBoard fixed(ModelSchema schema) {
        return new SchemaBoard(schema, openapi -> schema);
    }

    @Nullable
    ModelSchema known() {
        return known.get();
    }

    void saw(Map<String, @Nullable Object> openapi) {
        known.set(learner.learn(openapi));
    }
}
