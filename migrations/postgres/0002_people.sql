-- Who has been confirmed by an owner, and what they are called; the body is sealed with the company's key.
ALTER TABLE members ADD COLUMN standing TEXT NOT NULL DEFAULT 'confirmed';
ALTER TABLE members ADD COLUMN body BYTEA;
CREATE INDEX members_of_person ON members (person);

-- What waits for somebody in a company: a change that was proposed, a lost owner who wants back.
CREATE TABLE matters (
    company BYTEA    NOT NULL,
    matter  BIGINT NOT NULL,
    body    BYTEA    NOT NULL,
    PRIMARY KEY (company, matter)
);

-- Where people can be told something they did not ask for. Conversation: as in conversations; body: its address.
CREATE TABLE chats (
    conversation BYTEA PRIMARY KEY,
    person       BYTEA NOT NULL,
    body         BYTEA NOT NULL
);
CREATE INDEX chats_of_person ON chats (person);

-- Codes that work once, kept as a keyed hash: to become a member (with a company and a role), or to be the same
-- person on a second channel.
CREATE TABLE codes (
    code       BYTEA    PRIMARY KEY,
    made_by    BYTEA    NOT NULL,
    company    BYTEA,
    role       TEXT,
    expires_at BIGINT NOT NULL,
    used_at    BIGINT
);

-- Codes that were tried and were none. Sender: as in conversations.
CREATE TABLE wrong_codes (
    tried_at BIGINT NOT NULL,
    sender   BYTEA    NOT NULL
);
CREATE INDEX wrong_codes_by_time ON wrong_codes (tried_at);

-- Whom a message is for and on behalf of which company, so that it can be held back when they leave.
ALTER TABLE outbox ADD COLUMN person BYTEA;
ALTER TABLE outbox ADD COLUMN company BYTEA;
