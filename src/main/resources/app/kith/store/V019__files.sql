-- The files of messages. item = message * 1024 + place among its attachments. kind: see FileKind. name_key: the name in lower case.
-- shown: whether the message is.
CREATE TABLE IF NOT EXISTS file (
    item BIGINT PRIMARY KEY, message_id BIGINT NOT NULL, sent_at BIGINT NOT NULL, kind VARCHAR NOT NULL, name VARCHAR NOT NULL,
    name_key VARCHAR NOT NULL, size BIGINT NOT NULL, shown BOOLEAN NOT NULL
);
CREATE INDEX IF NOT EXISTS file_time ON file (shown, sent_at DESC, item DESC);
CREATE INDEX IF NOT EXISTS file_kind ON file (shown, kind, sent_at DESC, item DESC);

-- Mail that was filed before has left no files: V020, which always comes with this, has all built again from the logs.
