-- What the mail log does not keep any more, or need not: numbers of messages, whether they stay away when they come again, and how many
-- bytes of them still stand in which file of the log.
CREATE TABLE IF NOT EXISTS erased_message (id BIGINT PRIMARY KEY, away BOOLEAN NOT NULL, segment INT NOT NULL, size BIGINT NOT NULL);
CREATE TABLE IF NOT EXISTS erased_digest (digest BINARY(32) PRIMARY KEY);
CREATE TABLE IF NOT EXISTS erasure (sequence BIGINT PRIMARY KEY, done BOOLEAN NOT NULL);
