-- The files of messages. item = message * 1024 + place among its attachments. kind: see FileKind. name_key: the name in lower case.
-- shown: whether the message is.
CREATE TABLE IF NOT EXISTS file (
    item BIGINT PRIMARY KEY, message_id BIGINT NOT NULL, sent_at BIGINT NOT NULL, kind VARCHAR NOT NULL, name VARCHAR NOT NULL,
    name_key VARCHAR NOT NULL, size BIGINT NOT NULL, shown BOOLEAN NOT NULL
);
CREATE INDEX IF NOT EXISTS file_time ON file (shown, sent_at DESC, item DESC);
CREATE INDEX IF NOT EXISTS file_kind ON file (shown, kind, sent_at DESC, item DESC);

-- Mail that was filed before has left no files: all is emptied and built again from the logs.
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
TRUNCATE TABLE change_contact;
TRUNCATE TABLE sender_rule;
TRUNCATE TABLE message_reading;
TRUNCATE TABLE to_reread;
TRUNCATE TABLE outgoing;
TRUNCATE TABLE outgoing_recipient;
TRUNCATE TABLE operation;
TRUNCATE TABLE user_text;
TRUNCATE TABLE entry;
TRUNCATE TABLE invitation;
TRUNCATE TABLE server_name;
TRUNCATE TABLE header_only;
TRUNCATE TABLE merged_contact;
TRUNCATE TABLE not_the_same;
TRUNCATE TABLE promise;
TRUNCATE TABLE signature_field;
TRUNCATE TABLE message_signature;
TRUNCATE TABLE signature_use;
TRUNCATE TABLE bounce;
TRUNCATE TABLE proposal;
TRUNCATE TABLE contact_own;
