-- Messages on their way out; their bytes lie in the outbox folder of the account. not_before: milliseconds since 1970.
CREATE TABLE outgoing (
    id BIGINT PRIMARY KEY, account_id BIGINT NOT NULL, message_id BIGINT NOT NULL, header_id VARCHAR NOT NULL,
    sender VARCHAR NOT NULL, state VARCHAR NOT NULL, not_before BIGINT NOT NULL, attempts INT NOT NULL,
    answer VARCHAR NOT NULL, look_first BOOLEAN NOT NULL
);
CREATE INDEX outgoing_message ON outgoing (message_id);
CREATE TABLE outgoing_recipient (
    outgoing_id BIGINT NOT NULL, place INT NOT NULL, address VARCHAR NOT NULL, fate VARCHAR NOT NULL, answer VARCHAR NOT NULL,
    PRIMARY KEY (outgoing_id, place)
);
