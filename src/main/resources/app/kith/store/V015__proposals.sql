-- What signatures say. signature_key = first 64 bits of the SHA-256 of what is said: the same lines under many mails are kept once.
CREATE TABLE IF NOT EXISTS signature_field (
    signature_key BIGINT NOT NULL, item INT NOT NULL, property VARCHAR NOT NULL, label VARCHAR NOT NULL, raw VARCHAR NOT NULL,
    normal VARCHAR NOT NULL, line VARCHAR NOT NULL, confidence INT NOT NULL, PRIMARY KEY (signature_key, item)
);
CREATE TABLE IF NOT EXISTS message_signature (message_id BIGINT PRIMARY KEY, signature_key BIGINT NOT NULL);
-- How often an address signed so, in visible mail that no program wrote.
CREATE TABLE IF NOT EXISTS signature_use (
    address_id BIGINT NOT NULL, signature_key BIGINT NOT NULL, seen INT NOT NULL, first_at BIGINT NOT NULL, last_at BIGINT NOT NULL,
    last_message BIGINT NOT NULL, PRIMARY KEY (address_id, signature_key)
);

-- Whom mail did not reach, as notices of delivery tell it. lasting, status: see DeliveryFailure.
CREATE TABLE IF NOT EXISTS bounce (
    message_id BIGINT NOT NULL, item INT NOT NULL, address VARCHAR NOT NULL, status VARCHAR NOT NULL, lasting VARCHAR NOT NULL,
    reason VARCHAR NOT NULL, PRIMARY KEY (message_id, item)
);
CREATE INDEX IF NOT EXISTS bounce_address ON bounce (address);

-- What waits for the user's word. Worked out from all else here at the end of each transaction that touches an address.
-- property, normal: of a fact; else empty. level: see Proposal. rank: the best evidence has the highest.
CREATE TABLE IF NOT EXISTS proposal (
    address_id BIGINT NOT NULL, kind VARCHAR NOT NULL, property VARCHAR NOT NULL, normal VARCHAR NOT NULL, contact_id BIGINT,
    label VARCHAR NOT NULL, raw VARCHAR NOT NULL, line VARCHAR NOT NULL, present VARCHAR NOT NULL, seen INT NOT NULL,
    first_at BIGINT NOT NULL, last_at BIGINT NOT NULL, message_id BIGINT, level INT NOT NULL, rank BIGINT NOT NULL,
    PRIMARY KEY (address_id, kind, property, normal)
);
CREATE INDEX IF NOT EXISTS proposal_order ON proposal (kind, rank DESC, last_at DESC, address_id, property, normal);

CREATE INDEX IF NOT EXISTS address_domain ON address (domain);

-- By what people of one company meet: the company's own name without legal form, trade and place, and the domain of their mail.
ALTER TABLE contact ADD COLUMN IF NOT EXISTS company_stem VARCHAR DEFAULT '' NOT NULL;
ALTER TABLE contact ADD COLUMN IF NOT EXISTS company_domain VARCHAR DEFAULT '' NOT NULL;
CREATE INDEX IF NOT EXISTS contact_company ON contact (company_stem, company_domain, company, last_at, company_card, name, id);

-- Mail that was filed before has left no signatures: all is emptied and built again from the logs.
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
