-- Tables with rows of more than a few hundred bytes, in the order in which the rows were written: without rowid, each such row takes
-- a page of its own beside its leaf, and what a turn writes lies as far apart as the companies do. What finds a row is as before.
CREATE TABLE conversations_anew (
    id      BLOB PRIMARY KEY NOT NULL,
    version INTEGER NOT NULL,
    body    BLOB    NOT NULL
) STRICT;
INSERT INTO conversations_anew SELECT id, version, body FROM conversations;
DROP TABLE conversations;
ALTER TABLE conversations_anew RENAME TO conversations;

CREATE TABLE answers_anew (
    company  BLOB    NOT NULL,
    revision INTEGER NOT NULL,
    item     INTEGER NOT NULL,
    question TEXT    NOT NULL,
    body     BLOB    NOT NULL,
    PRIMARY KEY (company, revision, item, question)
) STRICT;
INSERT INTO answers_anew SELECT company, revision, item, question, body FROM answers;
DROP TABLE answers;
ALTER TABLE answers_anew RENAME TO answers;

CREATE TABLE audit_anew (
    company BLOB    NOT NULL,
    seq     INTEGER NOT NULL,
    at      INTEGER NOT NULL,
    prev    BLOB    NOT NULL,
    body    BLOB    NOT NULL,
    PRIMARY KEY (company, seq)
) STRICT;
INSERT INTO audit_anew SELECT company, seq, at, prev, body FROM audit;
DROP TABLE audit;
ALTER TABLE audit_anew RENAME TO audit;

CREATE TABLE outbox_anew (
    id           BLOB    PRIMARY KEY NOT NULL,
    channel      TEXT    NOT NULL,
    lane         INTEGER NOT NULL,
    body         BLOB    NOT NULL,
    person       BLOB,
    company      BLOB,
    conversation BLOB,
    elsewhere    INTEGER NOT NULL DEFAULT 0
) STRICT;
INSERT INTO outbox_anew SELECT id, channel, lane, body, person, company, conversation, elsewhere FROM outbox;
DROP TABLE outbox;
ALTER TABLE outbox_anew RENAME TO outbox;
