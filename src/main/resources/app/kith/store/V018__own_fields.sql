-- The user's own fields of a contact, the best value of each: for lists, their order and their filters. name, sort_key: folded.
-- amount: number by which numbers, sums and days are put in order.
CREATE TABLE IF NOT EXISTS contact_own (
    contact_id BIGINT NOT NULL, name VARCHAR NOT NULL, raw VARCHAR NOT NULL, sort_key VARCHAR NOT NULL, amount DOUBLE PRECISION,
    PRIMARY KEY (contact_id, name)
);

-- What older stores hold was filed without it: all is emptied and built again from the logs.
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

-- Who is in a relation to a contact is found by the contact's number too, which stands in the normal form of a relation: #12.
DROP INDEX IF EXISTS card_value_found;
ALTER TABLE card_value DROP COLUMN IF EXISTS found_by;
ALTER TABLE card_value ADD COLUMN IF NOT EXISTS found_by VARCHAR GENERATED ALWAYS AS
    (CASE WHEN property IN ('EMAIL', 'PHONE', 'NAME', 'CHAT', 'EXTERNAL_ID') OR property = 'RELATION' AND LEFT(normal, 1) = '#'
        THEN property || ':' || normal ELSE '' END);
CREATE INDEX IF NOT EXISTS card_value_found ON card_value (found_by);
