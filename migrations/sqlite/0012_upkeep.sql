-- When it was last looked what is to be erased and thrown away, and since when these looks follow on each other. One row.
CREATE TABLE last_upkeep (
    id    INTEGER PRIMARY KEY CHECK (id = 1),
    at    INTEGER NOT NULL,
    since INTEGER NOT NULL
) STRICT;
