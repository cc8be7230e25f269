-- By which link a member's agenda fetches what comes back; of each link only the hash.
CREATE TABLE feeds (
    company  BLOB NOT NULL,
    person   BLOB NOT NULL,
    token    BLOB NOT NULL UNIQUE,
    body     BLOB NOT NULL,
    PRIMARY KEY (company, person)
) STRICT, WITHOUT ROWID;
