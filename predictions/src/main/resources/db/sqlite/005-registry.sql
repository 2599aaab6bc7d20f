-- A pool is a set of processes that run the same thing: a model as it stands now, an older version of it, or a
-- deployment. The queue is per pool; before there were pools, a model had one, with its own name.
ALTER TABLE predictions ADD COLUMN pool TEXT NOT NULL DEFAULT '';
UPDATE predictions SET pool = model;
DROP INDEX predictions_waiting;
CREATE INDEX predictions_waiting ON predictions (owner, pool, id) WHERE status = 'starting' AND runner IS NULL;
CREATE INDEX predictions_pooled ON predictions (pool) WHERE status = 'starting' AND runner IS NULL;

ALTER TABLE predictions ADD COLUMN deployment TEXT;

-- A training is a prediction that makes a new version of its destination; where there is none, it is no training.
ALTER TABLE predictions ADD COLUMN destination TEXT;
CREATE INDEX predictions_trainings ON predictions (id) WHERE destination IS NOT NULL;

-- What is known about models. How one is run, and what is said about it, are JSON.
CREATE TABLE models (
    slug       TEXT    NOT NULL PRIMARY KEY,
    origin     TEXT    NOT NULL,
    official   INTEGER NOT NULL,
    visibility TEXT    NOT NULL,
    hardware   TEXT    NOT NULL,
    run        TEXT    NOT NULL,
    about      TEXT    NOT NULL,
    created_at INTEGER NOT NULL,
    CHECK (origin IN ('program', 'file', 'api')),
    CHECK (visibility IN ('public', 'private'))
) STRICT;

-- The identity is a digest of how it is run: what has another one is another program.
CREATE TABLE model_versions (
    model       TEXT    NOT NULL,
    id          TEXT    NOT NULL,
    identity    TEXT    NOT NULL,
    created_at  INTEGER NOT NULL,
    cog_version TEXT    NOT NULL,
    run         TEXT    NOT NULL,
    openapi     TEXT    NOT NULL,
    PRIMARY KEY (model, id)
) STRICT;

CREATE INDEX model_versions_by_id ON model_versions (id);

-- Predictions that show what a model does, in the order they were chosen.
CREATE TABLE model_examples (
    model      TEXT    NOT NULL,
    prediction TEXT    NOT NULL,
    position   INTEGER NOT NULL,
    PRIMARY KEY (model, prediction)
) STRICT;

-- One row is one release; the highest number is the current one.
CREATE TABLE deployments (
    slug          TEXT    NOT NULL,
    number        INTEGER NOT NULL,
    model         TEXT    NOT NULL,
    version       TEXT    NOT NULL,
    hardware      TEXT    NOT NULL,
    min_instances INTEGER NOT NULL,
    max_instances INTEGER NOT NULL,
    created_at    INTEGER NOT NULL,
    PRIMARY KEY (slug, number)
) STRICT;
