-- By which link a member's agenda fetches what comes back; of each link only the hash.
CREATE TABLE feeds (
    company  BYTEA NOT NULL,
    person   BYTEA NOT NULL,
    token    BYTEA NOT NULL UNIQUE,
    body     BYTEA NOT NULL,
    PRIMARY KEY (company, person)
);
