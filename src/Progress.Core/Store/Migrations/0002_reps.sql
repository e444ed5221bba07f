CREATE TABLE rep (
    id                INTEGER PRIMARY KEY,
    member            BLOB NOT NULL UNIQUE, -- workspaceMemberId
    name              TEXT,
    redhawk           TEXT UNIQUE,
    start_day         INTEGER,
    active            INTEGER NOT NULL DEFAULT 1,
    merged_into       INTEGER REFERENCES rep (id),
    evaluated_through INTEGER               -- last local day whose awards are settled
);

CREATE TABLE rep_zone (
    rep      INTEGER NOT NULL REFERENCES rep (id),
    from_day INTEGER NOT NULL,
    zone     TEXT NOT NULL,
    PRIMARY KEY (rep, from_day)
) WITHOUT ROWID;

CREATE TABLE disposition (
    id   INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE
);

-- One row a call: the greatest version seen, and the XP sources that it paid.
CREATE TABLE call (
    id          INTEGER PRIMARY KEY,
    note        BLOB NOT NULL,
    title       TEXT NOT NULL,
    at          INTEGER NOT NULL,
    updated     INTEGER,
    noted_rep   INTEGER REFERENCES rep (id), -- whom the note names
    rep         INTEGER REFERENCES rep (id), -- who is credited
    day         INTEGER,                     -- local day of the credited rep
    seconds     INTEGER NOT NULL,
    disposition INTEGER NOT NULL REFERENCES disposition (id),
    outcome     INTEGER NOT NULL,            -- bits of CallOutcome
    sources     INTEGER NOT NULL,            -- bits of CallSource: XP paid by this version
    rules       INTEGER NOT NULL REFERENCES rule_set (id),
    change      INTEGER NOT NULL             -- audit row that wrote this version
);
CREATE UNIQUE INDEX call_note ON call (note);
CREATE INDEX call_rep_day ON call (rep, day);

CREATE TABLE activity (
    id      INTEGER PRIMARY KEY,
    key     TEXT NOT NULL UNIQUE,
    rep     INTEGER NOT NULL REFERENCES rep (id),
    kind    TEXT NOT NULL,
    at      INTEGER NOT NULL,
    day     INTEGER NOT NULL,
    count   INTEGER NOT NULL CHECK (count > 0),
    lead    TEXT,
    undone  INTEGER REFERENCES audit (id),
    change  INTEGER NOT NULL REFERENCES audit (id)
);
CREATE INDEX activity_rep_day ON activity (rep, day);

CREATE TABLE achievement (
    id      INTEGER PRIMARY KEY,
    rep     INTEGER NOT NULL REFERENCES rep (id),
    kind    TEXT NOT NULL,
    name    TEXT NOT NULL,
    score   REAL,
    level   INTEGER,
    outcome TEXT,
    cleared INTEGER NOT NULL DEFAULT 0,
    passed  INTEGER NOT NULL,
    at      INTEGER NOT NULL,
    day     INTEGER NOT NULL,
    change  INTEGER NOT NULL REFERENCES audit (id),
    UNIQUE (rep, kind, name, at)
);

-- XP facts that are not a call's own and not a day's award. key says what happened; it pays once.
CREATE TABLE xp_fact (
    rep      INTEGER NOT NULL REFERENCES rep (id),
    key      TEXT NOT NULL,
    source   TEXT NOT NULL,
    xp       INTEGER NOT NULL CHECK (xp >= 0),
    at       INTEGER NOT NULL,
    day      INTEGER NOT NULL,
    rules    INTEGER NOT NULL REFERENCES rule_set (id),
    evidence TEXT,
    PRIMARY KEY (rep, key)
) WITHOUT ROWID;

CREATE TABLE day_award (
    rep         INTEGER NOT NULL REFERENCES rep (id),
    day         INTEGER NOT NULL,
    first_dial  INTEGER NOT NULL,
    streak      INTEGER NOT NULL,
    rules       INTEGER NOT NULL REFERENCES rule_set (id),
    PRIMARY KEY (rep, day)
) WITHOUT ROWID;

CREATE TABLE promotion (
    rep      INTEGER NOT NULL REFERENCES rep (id),
    grade    TEXT NOT NULL,
    day      INTEGER NOT NULL,
    rules    INTEGER NOT NULL REFERENCES rule_set (id),
    evidence TEXT NOT NULL,
    change   INTEGER NOT NULL REFERENCES audit (id),
    PRIMARY KEY (rep, grade)
) WITHOUT ROWID;

-- Derived from the tables above; Test-ProgressStore compares.
CREATE TABLE rep_day (
    rep               INTEGER NOT NULL REFERENCES rep (id),
    day               INTEGER NOT NULL,
    calls             INTEGER NOT NULL DEFAULT 0,
    connected         INTEGER NOT NULL DEFAULT 0,
    short             INTEGER NOT NULL DEFAULT 0,
    long              INTEGER NOT NULL DEFAULT 0,
    call_appts        INTEGER NOT NULL DEFAULT 0,
    connected_short   INTEGER NOT NULL DEFAULT 0,
    connected_long    INTEGER NOT NULL DEFAULT 0,
    connected_appts   INTEGER NOT NULL DEFAULT 0,
    early             INTEGER NOT NULL DEFAULT 0,
    dials             INTEGER NOT NULL DEFAULT 0,
    voicemails        INTEGER NOT NULL DEFAULT 0,
    appts             INTEGER NOT NULL DEFAULT 0,
    held              INTEGER NOT NULL DEFAULT 0,
    deals             INTEGER NOT NULL DEFAULT 0,
    emails            INTEGER NOT NULL DEFAULT 0,
    objections        INTEGER NOT NULL DEFAULT 0,
    own_xp            INTEGER NOT NULL DEFAULT 0,
    award_xp          INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (rep, day)
) WITHOUT ROWID;
