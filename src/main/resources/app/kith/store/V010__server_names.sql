-- What a server itself calls a message, wherever it lies: X-GM-MSGID, EMAILID. By it a message is known before its bytes are asked for.
CREATE TABLE IF NOT EXISTS server_name (
    account_id BIGINT NOT NULL, name VARCHAR NOT NULL, message_id BIGINT NOT NULL, PRIMARY KEY (account_id, name)
);

-- Folders of other people that are followed. One a line.
ALTER TABLE account ADD COLUMN IF NOT EXISTS shared_folders VARCHAR DEFAULT '' NOT NULL;
