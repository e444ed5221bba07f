CREATE TABLE meta (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE audit (
    id      INTEGER PRIMARY KEY,
    at      INTEGER NOT NULL,              -- ms since 1970, UTC, as all times
    who     TEXT NOT NULL,
    command TEXT NOT NULL,
    entity  TEXT NOT NULL,
    key     TEXT,
    old     TEXT,
    new     TEXT,
    reason  TEXT
);

-- What a remote has yet to be told: one row a record, however often it changes.
CREATE TABLE outbox (
    entity TEXT NOT NULL,
    key    TEXT NOT NULL,
    since  INTEGER NOT NULL,
    PRIMARY KEY (entity, key)
) WITHOUT ROWID;

CREATE TABLE rule_set (
    id       INTEGER PRIMARY KEY,
    from_day INTEGER NOT NULL,             -- days since 0001-01-01, as all days
    json     TEXT NOT NULL,
    hash     TEXT NOT NULL,
    at       INTEGER NOT NULL
);
