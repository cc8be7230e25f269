-- Keys, each wrapped by the master key. Scope: a company, or sixteen zero bytes for the installation.
CREATE TABLE keys (
    scope   BYTEA PRIMARY KEY,
    wrapped BYTEA NOT NULL
);

-- What was received, kept until it is handled; the id stays so that it is handled once.
CREATE TABLE inbox (
    channel TEXT    NOT NULL,
    event   TEXT    NOT NULL,
    arrived BIGINT NOT NULL,
    payload BYTEA,
    PRIMARY KEY (channel, event)
);
CREATE INDEX inbox_waiting ON inbox (channel, arrived) WHERE payload IS NOT NULL;

-- One chat with one person. Id: keyed hash of channel and address.
CREATE TABLE conversations (
    id      BYTEA PRIMARY KEY,
    version BIGINT NOT NULL,
    body    BYTEA    NOT NULL
);

CREATE TABLE companies (
    id         BYTEA PRIMARY KEY,
    version    BIGINT NOT NULL,
    created_at BIGINT NOT NULL
);

CREATE TABLE members (
    company   BYTEA    NOT NULL,
    person    BYTEA    NOT NULL,
    role      TEXT    NOT NULL,
    joined_at BIGINT NOT NULL,
    PRIMARY KEY (company, person)
);

CREATE TABLE items (
    company BYTEA    NOT NULL,
    item    BIGINT NOT NULL,
    body    BYTEA    NOT NULL,
    PRIMARY KEY (company, item)
);

-- Every answer ever given; the newest revision of a slot counts. Item 0 is the company itself.
CREATE TABLE answers (
    company  BYTEA    NOT NULL,
    revision BIGINT NOT NULL,
    item     BIGINT NOT NULL,
    question TEXT    NOT NULL,
    body     BYTEA    NOT NULL,
    PRIMARY KEY (company, revision, item, question)
);

-- What is to be sent; gone once it is known to be sent. Lane 0 goes first.
CREATE TABLE outbox (
    id      BYTEA    PRIMARY KEY,
    channel TEXT    NOT NULL,
    lane    BIGINT NOT NULL,
    body    BYTEA    NOT NULL
);
