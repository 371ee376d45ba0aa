-- What messages leave beside ids, by which others find them: see Clue. kind 0 offers, all others look for offers.
CREATE TABLE thread_clue (clue_key BIGINT NOT NULL, clue_minute INT NOT NULL, kind TINYINT NOT NULL, message_id BIGINT NOT NULL);
CREATE INDEX thread_clue_key ON thread_clue (clue_key, clue_minute);

-- Messages that were filed before left no clues: all is emptied and built again from the logs.
TRUNCATE TABLE state;
TRUNCATE TABLE account;
TRUNCATE TABLE folder;
TRUNCATE TABLE message;
TRUNCATE TABLE placement;
TRUNCATE TABLE former_place;
TRUNCATE TABLE left_out;
TRUNCATE TABLE message_person;
TRUNCATE TABLE thread_node;
TRUNCATE TABLE conversation;
TRUNCATE TABLE address;
TRUNCATE TABLE address_name;
TRUNCATE TABLE contact;
TRUNCATE TABLE card;
TRUNCATE TABLE card_value RESTART IDENTITY;
TRUNCATE TABLE change_set;
