-- When something happens to a matter by itself: a wait goes on, or is over. By default never.
ALTER TABLE matters ADD COLUMN due_at INTEGER NOT NULL DEFAULT 9223372036854775807;
CREATE INDEX matters_due ON matters (due_at);

-- What the newest key of the epoch is known by, in the file of the keys; while it is replaced, the one before too. If that key is
-- another, one of the two was put back from a copy.
CREATE TABLE epochs (
    print BLOB PRIMARY KEY
) STRICT, WITHOUT ROWID;
