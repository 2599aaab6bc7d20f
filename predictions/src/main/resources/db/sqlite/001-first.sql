-- Times are microseconds since 1970-01-01T00:00Z; a name that ends in _ms says milliseconds.
-- JSON values are text.

-- One row is one prediction, its place in the queue included. Large columns stand last: SQLite reads a row from its
-- front and stops at the last column asked for.
CREATE TABLE predictions (
    id                    TEXT    NOT NULL PRIMARY KEY,
    owner                 TEXT    NOT NULL,
    model                 TEXT    NOT NULL,
    version               TEXT    NOT NULL,
    source                TEXT    NOT NULL,
    status                TEXT    NOT NULL,
    created_at            INTEGER NOT NULL,
    started_at            INTEGER,
    completed_at          INTEGER,
    deadline              INTEGER,
    attempts              INTEGER NOT NULL DEFAULT 0,
    cancel_requested      INTEGER NOT NULL DEFAULT 0,
    revision              INTEGER NOT NULL DEFAULT 1,
    runner                TEXT,
    fence                 INTEGER NOT NULL DEFAULT 0,
    lease_until_ms        INTEGER,
    webhook               TEXT,
    webhook_events_filter TEXT,
    error                 TEXT,
    metrics               TEXT,
    output                TEXT,
    logs                  TEXT    NOT NULL,
    CHECK (status IN ('starting', 'processing', 'succeeded', 'failed', 'canceled', 'aborted')),
    CHECK ((completed_at IS NULL) = (status IN ('starting', 'processing'))),
    CHECK ((runner IS NULL) = (lease_until_ms IS NULL)),
    CHECK ((status = 'processing') <= (runner IS NOT NULL)),
    CHECK ((runner IS NOT NULL) <= (status IN ('starting', 'processing')))
) STRICT;

-- The queue: the oldest waiting prediction of an owner and a model is one seek away.
CREATE INDEX predictions_waiting ON predictions (owner, model, id) WHERE status = 'starting' AND runner IS NULL;
CREATE INDEX predictions_held ON predictions (owner) WHERE runner IS NOT NULL;
CREATE INDEX predictions_due ON predictions (deadline) WHERE deadline IS NOT NULL AND completed_at IS NULL;
CREATE INDEX predictions_of_owner ON predictions (owner, id);

-- Apart from its prediction, because an input may hold megabytes of data URIs and never changes, while the row is
-- rewritten with each new log line.
CREATE TABLE prediction_inputs (
    prediction TEXT NOT NULL PRIMARY KEY REFERENCES predictions (id) ON DELETE CASCADE,
    input      TEXT NOT NULL
) STRICT;

-- Counted apart, so that the number is one read however many predictions there are.
CREATE TABLE model_runs (
    model TEXT    NOT NULL PRIMARY KEY,
    runs  INTEGER NOT NULL
) STRICT;

CREATE TABLE tokens (
    id           TEXT    NOT NULL PRIMARY KEY,
    name         TEXT    NOT NULL,
    hint         TEXT    NOT NULL,
    hash         TEXT    NOT NULL UNIQUE,
    created_at   INTEGER NOT NULL,
    last_used_at INTEGER
) STRICT;

CREATE TABLE files (
    id           TEXT    NOT NULL PRIMARY KEY,
    secret       TEXT    NOT NULL UNIQUE,
    owner        TEXT    NOT NULL,
    prediction   TEXT,
    name         TEXT    NOT NULL,
    content_type TEXT    NOT NULL,
    size         INTEGER NOT NULL,
    sha256       TEXT    NOT NULL,
    md5          TEXT    NOT NULL,
    metadata     TEXT    NOT NULL,
    created_at   INTEGER NOT NULL,
    expires_at   INTEGER
) STRICT;

CREATE INDEX files_of_bytes ON files (sha256);
CREATE INDEX files_uploaded ON files (owner, id) WHERE prediction IS NULL;
CREATE INDEX files_due ON files (expires_at) WHERE expires_at IS NOT NULL;
