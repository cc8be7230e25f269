-- Keys, each wrapped by the master key. Scope: a company, or sixteen zero bytes for the installation.
CREATE TABLE keys (
    scope   BLOB PRIMARY KEY,
    wrapped BLOB NOT NULL
) STRICT;

-- What was received, kept until it is handled; the id stays so that it is handled once.
CREATE TABLE inbox (
    channel TEXT    NOT NULL,
    event   TEXT    NOT NULL,
    arrived INTEGER NOT NULL,
    payload BLOB,
    PRIMARY KEY (channel, event)
) STRICT, WITHOUT ROWID;
CREATE INDEX inbox_waiting ON inbox (channel, arrived) WHERE payload IS NOT NULL;

-- One chat with one person. Id: keyed hash of channel and address.
CREATE TABLE conversations (
    id      BLOB PRIMARY KEY,
    version INTEGER NOT NULL,
    body    BLOB    NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE companies (
    id         BLOB PRIMARY KEY,
    version    INTEGER NOT NULL,
    created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE members (
    company   BLOB    NOT NULL,
    person    BLOB    NOT NULL,
    role      TEXT    NOT NULL,
    joined_at INTEGER NOT NULL,
    PRIMARY KEY (company, person)
) STRICT, WITHOUT ROWID;

CREATE TABLE items (
    company BLOB    NOT NULL,
    item    INTEGER NOT NULL,
    body    BLOB    NOT NULL,
    PRIMARY KEY (company, item)
) STRICT, WITHOUT ROWID;

-- Every answer ever given; the newest revision of a slot counts. Item 0 is the company itself.
CREATE TABLE answers (
    company  BLOB    NOT NULL,
    revision INTEGER NOT NULL,
    item     INTEGER NOT NULL,
    question TEXT    NOT NULL,
    body     BLOB    NOT NULL,
    PRIMARY KEY (company, revision, item, question)
) STRICT, WITHOUT ROWID;

-- What is to be sent; gone once it is known to be sent. Lane 0 goes first.
CREATE TABLE outbox (
    id      BLOB    PRIMARY KEY,
    channel TEXT    NOT NULL,
    lane    INTEGER NOT NULL,
    body    BLOB    NOT NULL
) STRICT, WITHOUT ROWID;
