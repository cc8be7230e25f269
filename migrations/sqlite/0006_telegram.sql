-- What a channel itself notes of a chat: which message can be tapped, which one is pinned. Id: keyed hash of channel and
-- address.
CREATE TABLE channel_notes (
    id   BLOB PRIMARY KEY,
    body BLOB NOT NULL
) STRICT, WITHOUT ROWID;
