CREATE TABLE customer (
    id        INTEGER PRIMARY KEY,
    code      TEXT NOT NULL UNIQUE COLLATE NOCASE,  -- CUST_02
    name      TEXT,
    milestone TEXT,                        -- current milestone, as the seed writes it
    active    INTEGER NOT NULL DEFAULT 1,
    remote    TEXT                         -- id of its row in Airtable
);

CREATE TABLE catalog_task (
    id         TEXT PRIMARY KEY COLLATE NOCASE,
    position   INTEGER NOT NULL,           -- its place in the catalogue, as imported
    name       TEXT NOT NULL,
    source     TEXT NOT NULL,
    stage      TEXT,                       -- free text
    competency TEXT NOT NULL,
    priority   TEXT NOT NULL,
    tool       TEXT NOT NULL,
    impact     INTEGER NOT NULL,
    depends_on TEXT NOT NULL DEFAULT ''    -- ids, joined by ;
) WITHOUT ROWID;

CREATE TABLE task_progress (
    id            INTEGER PRIMARY KEY,
    sync_key      BLOB NOT NULL UNIQUE,    -- its identity, here and there
    number        INTEGER UNIQUE,          -- PROG_0007; null while provisional
    provisional   INTEGER UNIQUE,          -- PROG_?7
    customer      INTEGER NOT NULL REFERENCES customer (id),
    task          TEXT COLLATE NOCASE,
    name          TEXT NOT NULL,
    source        TEXT,
    stage         TEXT,
    competency    TEXT,
    priority      TEXT,
    status        TEXT NOT NULL,
    completed_day INTEGER,
    tool          TEXT,
    notes         TEXT,
    impact        INTEGER,
    created       INTEGER NOT NULL,
    updated       INTEGER NOT NULL,
    gone          INTEGER                  -- when it was found to be deleted there: no longer counted
);
CREATE INDEX task_progress_customer ON task_progress (customer, task);
CREATE INDEX task_progress_name ON task_progress (customer, name) WHERE task IS NULL;

-- Calls of the last calendar month (UTC) in which there were some: months since year 0, and how many.
ALTER TABLE crm_rate ADD COLUMN month       INTEGER NOT NULL DEFAULT 0;
ALTER TABLE crm_rate ADD COLUMN month_calls INTEGER NOT NULL DEFAULT 0;

-- Which of our records is the one that has an id there.
CREATE INDEX crm_record_id ON crm_record (connection, entity, id);
