-- Keys are in keys.db, beside this file; what is still in the table keys here is moved there on start.

-- Who did what: one row for every version of a company. Prev: the hash of the row before; body: sealed.
CREATE TABLE audit (
    company BLOB    NOT NULL,
    seq     INTEGER NOT NULL,
    at      INTEGER NOT NULL,
    prev    BLOB    NOT NULL,
    body    BLOB    NOT NULL,
    PRIMARY KEY (company, seq)
) STRICT, WITHOUT ROWID;

-- Companies that asked to be erased, and from when on that is done; body: who asked and who agreed.
CREATE TABLE erasures (
    company BLOB    PRIMARY KEY,
    due_at  INTEGER NOT NULL,
    body    BLOB    NOT NULL
) STRICT, WITHOUT ROWID;
