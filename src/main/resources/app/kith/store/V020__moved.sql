-- New addresses that authors of mails tell for themselves, with the sentence that tells it. address: in its normal form.
CREATE TABLE IF NOT EXISTS moved (
    message_id BIGINT NOT NULL, item INT NOT NULL, address VARCHAR NOT NULL, shown VARCHAR NOT NULL, sentence VARCHAR NOT NULL,
    PRIMARY KEY (message_id, item)
);
CREATE INDEX IF NOT EXISTS moved_address ON moved (address);

-- Mail that was filed before was not read for it: all is emptied and built again from the logs.
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
TRUNCATE TABLE file;
