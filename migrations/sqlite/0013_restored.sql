-- When what was put back from a copy was made safe last. One row.
CREATE TABLE last_restore (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    at INTEGER NOT NULL
) STRICT;

-- When a print was made: one that nobody renews for a year is of an instance that is gone.
ALTER TABLE epochs ADD COLUMN made_at INTEGER NOT NULL DEFAULT 0;
