package dev.zoetrope.predictions;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One watcher of a [Feed]. The store is asked for the first state; what is missed between that look and the
/// wait for the next change cannot be lost, because the watcher has joined before and revisions tell what is
/// new.
final class FeedWatch implements PredictionStore.Watch {
    private final Feed feed;
    private final Feed.Topic topic;
    private final String id;
    private final Function<String, Optional<PredictionRow>> store;
    private @Nullable Map<String, @Nullable Object> input;
    private long seen;
    private boolean closed;

    FeedWatch(Feed feed, String id, Function<String, Optional<PredictionRow>> store) {
        this.feed = feed;
        this.id = id;
        this.store = store;
        this.topic = feed.join(id);
    }

    @Override
    public Optional<PredictionRow> current() {
        var row = store.apply(id);
        row.ifPresent(this::given);
        return row;
    }

    @Override
    public Optional<PredictionRow> next(Duration atMost) throws InterruptedException {
        if (seen == 0) {
            var first = current();
            if (first.isPresent()) {
                return first;
            }
        }
        var bare = topic.after(seen, atMost.toNanos());
        if (bare == null) {
            return Optional.empty();
        }
        var known = input;
        if (known == null) {
            return current();
        }
        var row = PredictionSql.with(bare, known);
        given(row);
        return Optional.of(row);
    }

    private void given(PredictionRow row) {
        input = row.prediction().input();
        seen = Math.max(seen, row.revision());
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            feed.leave(id);
        }
    }
}
