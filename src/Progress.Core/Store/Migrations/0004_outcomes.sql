-- Deals that the CRM's own records show: how many devices agreed to have counted and taken back. Neither ever falls.
CREATE TABLE rep_outcome (
    rep     INTEGER PRIMARY KEY REFERENCES rep (id),
    counted INTEGER NOT NULL,
    undone  INTEGER NOT NULL
);
