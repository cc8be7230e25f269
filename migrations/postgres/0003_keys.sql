-- Leave the table keys out of dumps of the data: pg_dump --exclude-table-data=keys.

-- Who did what: one row for every version of a company. Prev: the hash of the row before; body: sealed.
CREATE TABLE audit (
    company BYTEA  NOT NULL,
    seq     BIGINT NOT NULL,
    at      BIGINT NOT NULL,
    prev    BYTEA  NOT NULL,
    body    BYTEA  NOT NULL,
    PRIMARY KEY (company, seq)
);

-- Companies that asked to be erased, and from when on that is done; body: who asked and who agreed.
CREATE TABLE erasures (
    company BYTEA  PRIMARY KEY,
    due_at  BIGINT NOT NULL,
    body    BYTEA  NOT NULL
);
