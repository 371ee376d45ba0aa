-- Activities and business records. An entry holds from one change set until another. at, until: milliseconds since 1970.
CREATE TABLE entry (
    id BIGINT NOT NULL, contact_id BIGINT NOT NULL, kind VARCHAR NOT NULL, at BIGINT NOT NULL, until_at BIGINT,
    title VARCHAR NOT NULL, content VARCHAR NOT NULL, number VARCHAR NOT NULL, amount VARCHAR, currency VARCHAR NOT NULL,
    state VARCHAR NOT NULL, source_kind VARCHAR NOT NULL, source_place VARCHAR NOT NULL,
    from_change BIGINT NOT NULL, to_change BIGINT, PRIMARY KEY (id, from_change)
);
CREATE INDEX entry_contact ON entry (contact_id, at);

-- Meetings that came by mail, as each message has them. uid_key = first 64 bits of the SHA-256 of the item's UID.
CREATE TABLE invitation (
    message_id BIGINT NOT NULL, item INT NOT NULL, uid_key BIGINT NOT NULL, method VARCHAR NOT NULL, summary VARCHAR NOT NULL,
    start_at BIGINT NOT NULL, end_at BIGINT, all_day BOOLEAN NOT NULL, location VARCHAR NOT NULL, organizer VARCHAR NOT NULL,
    PRIMARY KEY (message_id, item)
);
CREATE INDEX invitation_uid ON invitation (uid_key);

-- A card keeps its row when it is withdrawn, so that the past can be shown.
ALTER TABLE card ADD COLUMN withdrawn BOOLEAN DEFAULT FALSE NOT NULL;
ALTER TABLE card_value ADD COLUMN source_place VARCHAR DEFAULT '' NOT NULL;
-- Since which change set the card has said it, through all moves and edits of the card.
ALTER TABLE card_value ADD COLUMN since_change BIGINT DEFAULT 0 NOT NULL;
ALTER TABLE card_value ADD COLUMN mark VARCHAR DEFAULT 'SAID' NOT NULL;
CREATE INDEX card_value_card ON card_value (card_id);

-- What lists show and filter by.
ALTER TABLE contact ADD COLUMN company_card BOOLEAN DEFAULT FALSE NOT NULL;
ALTER TABLE contact ADD COLUMN title VARCHAR DEFAULT '' NOT NULL;
ALTER TABLE contact ADD COLUMN stage VARCHAR DEFAULT '' NOT NULL;
ALTER TABLE contact ADD COLUMN tags VARCHAR DEFAULT '' NOT NULL;

-- Where a change set begins in the ledger, and which contacts it concerns.
ALTER TABLE change_set ADD COLUMN segment INT DEFAULT 0 NOT NULL;
ALTER TABLE change_set ADD COLUMN log_offset BIGINT DEFAULT 0 NOT NULL;
ALTER TABLE change_set ADD COLUMN before_hash BINARY(32);
CREATE TABLE change_contact (contact_id BIGINT NOT NULL, sequence BIGINT NOT NULL, PRIMARY KEY (contact_id, sequence));

ALTER TABLE state ADD COLUMN next_entry BIGINT DEFAULT 1 NOT NULL;

-- Mail that was filed before has left no meetings: all is emptied and built again from the logs.
TRUNCATE TABLE state;
TRUNCATE TABLE account;
TRUNCATE TABLE folder;
TRUNCATE TABLE message;
TRUNCATE TABLE placement;
TRUNCATE TABLE former_place;
TRUNCATE TABLE left_out;
TRUNCATE TABLE message_person;
TRUNCATE TABLE thread_node;
TRUNCATE TABLE thread_clue;
TRUNCATE TABLE conversation;
TRUNCATE TABLE address;
TRUNCATE TABLE address_name;
TRUNCATE TABLE contact;
TRUNCATE TABLE card;
TRUNCATE TABLE card_value RESTART IDENTITY;
TRUNCATE TABLE change_set;
TRUNCATE TABLE sender_rule;
TRUNCATE TABLE message_reading;
TRUNCATE TABLE to_reread;
TRUNCATE TABLE outgoing;
TRUNCATE TABLE outgoing_recipient;
TRUNCATE TABLE operation;
TRUNCATE TABLE user_text;
