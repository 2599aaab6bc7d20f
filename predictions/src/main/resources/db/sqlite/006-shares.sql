-- Links by which people without a token look at one prediction, until the link is revoked.
CREATE TABLE shares (
    id         TEXT    NOT NULL PRIMARY KEY,
    secret     TEXT    NOT NULL UNIQUE,
    prediction TEXT    NOT NULL REFERENCES predictions (id) ON DELETE CASCADE,
    created_at INTEGER NOT NULL
) STRICT;

CREATE INDEX shares_of_prediction ON shares (prediction);

-- What waits or runs, for people who look at the queue.
CREATE INDEX predictions_unfinished ON predictions (id) WHERE completed_at IS NULL;
