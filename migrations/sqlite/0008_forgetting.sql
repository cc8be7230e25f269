-- To which conversation a message goes, as in conversations: it goes with it. Company, from now on: empty when it is about
-- none.
ALTER TABLE outbox ADD COLUMN conversation BLOB;
