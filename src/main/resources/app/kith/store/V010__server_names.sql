-- What a server itself calls a message, wherever it lies: X-GM-MSGID, EMAILID. By it a message is known before its bytes are asked for.
CREATE TABLE IF NOT EXISTS server_name (
    account_id BIGINT NOT NULL, name VARCHAR NOT NULL, message_id BIGINT NOT NULL, PRIMARY KEY (account_id, name)
);

-- Folders of other people that are followed. One a line.
ALTER TABLE account ADD COLUMN IF NOT EXISTS shared_folders VARCHAR DEFAULT '' NOT NULL;

-- Messages of which only the header is kept, and whether only headers are fetched for an account.
CREATE TABLE IF NOT EXISTS header_only (message_id BIGINT PRIMARY KEY);
ALTER TABLE account ADD COLUMN IF NOT EXISTS headers_only BOOLEAN DEFAULT FALSE NOT NULL;
