-- What the user did to mail and a server has still to be told, or would not do. What is done stands in the ledger only.
CREATE TABLE operation (
    id BIGINT PRIMARY KEY, account_id BIGINT NOT NULL, message_id BIGINT NOT NULL, kind VARCHAR NOT NULL, path VARCHAR NOT NULL,
    flags_add VARCHAR NOT NULL, flags_remove VARCHAR NOT NULL, to_path VARCHAR, to_role VARCHAR, to_chosen BOOLEAN NOT NULL,
    state VARCHAR NOT NULL, reason VARCHAR NOT NULL
);
CREATE INDEX operation_message ON operation (message_id);
ALTER TABLE state ADD COLUMN IF NOT EXISTS next_operation BIGINT DEFAULT 1 NOT NULL;
