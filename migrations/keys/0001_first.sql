-- Keys, each wrapped by the master key, away from what they open. Scope: a company; or sixteen zero bytes for the
-- installation, and the number 1 for looking up addresses.
CREATE TABLE keys (
    scope   BLOB PRIMARY KEY,
    wrapped BLOB NOT NULL
) STRICT, WITHOUT ROWID;
