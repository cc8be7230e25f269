-- Decided by an instance that does not have its channel: whoever has it takes it, once, and sets this to 0.
ALTER TABLE outbox ADD COLUMN elsewhere BIGINT NOT NULL DEFAULT 0;
