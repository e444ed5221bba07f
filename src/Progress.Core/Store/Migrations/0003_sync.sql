-- Whether the call's note has been seen in Twenty: 0 no, 1 yes, 2 it was there and is gone.
ALTER TABLE call ADD COLUMN crm INTEGER NOT NULL DEFAULT 0;

-- Whether it pays XP of ours: what the academy tells, or another device, is evidence alone.
ALTER TABLE achievement ADD COLUMN pays INTEGER NOT NULL DEFAULT 1;

-- What other devices and systems bring a rep, and days that they saw the rep at work on.
ALTER TABLE rep_day ADD COLUMN elsewhere_xp     INTEGER NOT NULL DEFAULT 0;
ALTER TABLE rep_day ADD COLUMN elsewhere_deals  INTEGER NOT NULL DEFAULT 0;
ALTER TABLE rep_day ADD COLUMN elsewhere_active INTEGER NOT NULL DEFAULT 0;
ALTER TABLE rep_day ADD COLUMN elsewhere_dialed INTEGER NOT NULL DEFAULT 0;

-- XP and deals of a rep as the remote last told: totals, and what of them each origin has claimed.
CREATE TABLE rep_elsewhere (
    rep        INTEGER PRIMARY KEY REFERENCES rep (id),
    json       TEXT NOT NULL,
    told_day   INTEGER                     -- local day on which the efficiency was last sent
);

-- Badges that other systems gave: they count, and pay nothing of ours.
CREATE TABLE rep_badge (
    rep   INTEGER NOT NULL REFERENCES rep (id),
    badge TEXT NOT NULL,
    day   INTEGER NOT NULL,
    PRIMARY KEY (rep, badge)
) WITHOUT ROWID;

-- version tells a change that came while the one before was being sent; refused says why the remote will not have it.
ALTER TABLE outbox ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
ALTER TABLE outbox ADD COLUMN refused TEXT;

-- Ids that this store had as a device before: changes up to an audit row are theirs.
CREATE TABLE former_device (
    id      TEXT PRIMARY KEY,
    through INTEGER NOT NULL
) WITHOUT ROWID;

-- The shadow: each record as the remote last told us.
CREATE TABLE crm_record (
    connection TEXT NOT NULL,
    entity     TEXT NOT NULL,
    key        TEXT NOT NULL,              -- ours, e.g. workspaceMemberId
    id         TEXT NOT NULL,              -- the remote's
    json       TEXT NOT NULL,
    at         INTEGER NOT NULL,
    PRIMARY KEY (connection, entity, key, id)
) WITHOUT ROWID;

CREATE TABLE crm_state (
    connection TEXT PRIMARY KEY,
    server     TEXT,                       -- JSON: what answered there, and when the key expires
    last_push  INTEGER,
    last_pull  INTEGER,
    error      TEXT,                       -- JSON: what is wrong, and since when
    schema     TEXT                        -- JSON: what the remote has of what we need
) WITHOUT ROWID;

CREATE TABLE crm_cursor (
    connection TEXT NOT NULL,
    name       TEXT NOT NULL,
    value      TEXT NOT NULL,
    at         INTEGER NOT NULL,
    PRIMARY KEY (connection, name)
) WITHOUT ROWID;

-- A key is bound to the host of its first connection.
CREATE TABLE crm_key (
    source TEXT PRIMARY KEY,               -- e.g. variable:TWENTY_API_KEY
    host   TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE crm_rate (
    remote        TEXT PRIMARY KEY,        -- the host
    next_at       INTEGER NOT NULL,        -- microseconds since 1970: when the next call is due
    credit        INTEGER NOT NULL,        -- calls that may be made before that
    per_minute    REAL,                    -- limit learnt from a refusal
    blocked_until INTEGER,                 -- microseconds since 1970
    refusals      INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;

CREATE TABLE crm_lease (
    connection TEXT PRIMARY KEY,
    holder     TEXT NOT NULL,              -- a pass
    who        TEXT NOT NULL,              -- as people are told
    machine    TEXT NOT NULL,
    process    INTEGER NOT NULL,
    started    INTEGER NOT NULL,           -- of the process: numbers come again
    since      INTEGER NOT NULL,
    until      INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE crm_log (
    id         INTEGER PRIMARY KEY,
    connection TEXT NOT NULL,
    at         INTEGER NOT NULL,
    json       TEXT NOT NULL
);

CREATE TABLE crm_conflict (
    id         INTEGER PRIMARY KEY,
    connection TEXT NOT NULL,
    entity     TEXT NOT NULL,
    key        TEXT NOT NULL,
    record     TEXT NOT NULL,              -- the remote's id
    field      TEXT NOT NULL,
    kind       TEXT NOT NULL,
    ours       TEXT,
    theirs     TEXT,
    author     TEXT,                       -- who changed it there
    at         INTEGER NOT NULL,
    used       TEXT,                       -- Local or Remote once resolved
    resolved   INTEGER
);
CREATE UNIQUE INDEX crm_conflict_open ON crm_conflict (connection, entity, key, record, field) WHERE resolved IS NULL;
