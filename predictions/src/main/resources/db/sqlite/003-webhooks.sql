-- Under which address the sender of a prediction sees this server: the links in its webhooks lead there.
ALTER TABLE predictions ADD COLUMN base TEXT;

-- 1 once input, output and logs are gone for good.
ALTER TABLE predictions ADD COLUMN data_removed INTEGER NOT NULL DEFAULT 0;

CREATE INDEX predictions_kept ON predictions (completed_at) WHERE completed_at IS NOT NULL AND data_removed = 0;
CREATE INDEX files_of_prediction ON files (prediction) WHERE prediction IS NOT NULL;

-- Ends of predictions that somebody wants to be told about; written with the end itself, kept after delivery for people
-- to look at. A claimed row is due again when the claim's time is over.
CREATE TABLE webhook_deliveries (
    id         TEXT    NOT NULL PRIMARY KEY,
    prediction TEXT    NOT NULL REFERENCES predictions (id) ON DELETE CASCADE,
    event      TEXT    NOT NULL,
    url        TEXT    NOT NULL,
    origin     TEXT    NOT NULL,
    base       TEXT,
    state      TEXT    NOT NULL DEFAULT 'pending',
    claimed    INTEGER NOT NULL DEFAULT 0,
    attempts   INTEGER NOT NULL DEFAULT 0,
    asked_at   INTEGER NOT NULL,
    due_at     INTEGER,
    tried_at   INTEGER,
    answer     INTEGER,
    error      TEXT,
    CHECK (state IN ('pending', 'delivered', 'failed')),
    CHECK ((due_at IS NULL) = (state <> 'pending'))
) STRICT;

CREATE INDEX webhook_deliveries_due ON webhook_deliveries (origin, due_at) WHERE state = 'pending';
CREATE INDEX webhook_deliveries_of_prediction ON webhook_deliveries (prediction);
CREATE INDEX webhook_deliveries_by_age ON webhook_deliveries (asked_at);

-- What a create was sent under, so that the same create sent again finds its prediction.
CREATE TABLE idempotency_keys (
    owner       TEXT    NOT NULL,
    name        TEXT    NOT NULL,
    fingerprint TEXT    NOT NULL,
    prediction  TEXT    NOT NULL REFERENCES predictions (id) ON DELETE CASCADE,
    created_at  INTEGER NOT NULL,
    PRIMARY KEY (owner, name)
) STRICT, WITHOUT ROWID;

CREATE INDEX idempotency_keys_by_age ON idempotency_keys (created_at);
CREATE INDEX idempotency_keys_of_prediction ON idempotency_keys (prediction);
