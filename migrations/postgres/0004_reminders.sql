-- When there is next something to say to a company; what it is, is worked out from its answers. Everything up to
-- told_until was said. Who says it holds a lease; the fence grows with every claim and with every change of answers.
CREATE TABLE wakes (
    company     BYTEA   PRIMARY KEY,
    due_at      BIGINT NOT NULL,
    told_until  BIGINT NOT NULL,
    lease_until BIGINT NOT NULL,
    fence       BIGINT NOT NULL
);
CREATE INDEX wakes_due ON wakes (due_at);

-- When somebody last looked, and by which rules the instants were worked out. One row.
CREATE TABLE last_look (
    id    BIGINT PRIMARY KEY CHECK (id = 1),
    at    BIGINT NOT NULL,
    rules TEXT    NOT NULL
);

-- Companies from before this are looked at once.
INSERT INTO wakes (company, due_at, told_until, lease_until, fence) SELECT id, 0, created_at, 0, 0 FROM companies;
