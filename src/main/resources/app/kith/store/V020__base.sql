-- All tables as step 20 left them. What is in an older store is dropped: it is a projection, built again from the logs.

-- How far the two logs have been applied, and the next free numbers. One row.
CREATE TABLE state (
    id INT PRIMARY KEY CHECK (id = 1),
    ledger_sequence BIGINT NOT NULL, ledger_segment INT NOT NULL, ledger_offset BIGINT NOT NULL, ledger_hash BINARY(32) NOT NULL,
    mail_sequence BIGINT NOT NULL, mail_segment INT NOT NULL, mail_offset BIGINT NOT NULL, mail_hash BINARY(32) NOT NULL,
    next_account BIGINT NOT NULL, next_contact BIGINT NOT NULL, next_card BIGINT NOT NULL,
    next_message BIGINT NOT NULL, next_folder BIGINT NOT NULL, next_address BIGINT NOT NULL,
    change_sequence BIGINT NOT NULL,
    next_operation BIGINT DEFAULT 1 NOT NULL, next_entry BIGINT DEFAULT 1 NOT NULL
);

CREATE TABLE account (
    id BIGINT PRIMARY KEY, email VARCHAR NOT NULL, normal VARCHAR NOT NULL, name VARCHAR NOT NULL,
    imap_host VARCHAR NOT NULL, imap_port INT NOT NULL, imap_security VARCHAR NOT NULL,
    smtp_host VARCHAR, smtp_port INT, smtp_security VARCHAR,
    sign_in VARCHAR NOT NULL, smtp_sign_in VARCHAR, carddav VARCHAR, certificate VARCHAR,
    -- Which mail is fetched, and when. Folders and senders: one a line. largest: bytes. shared_folders: those of others that are followed.
    left_out_folders VARCHAR DEFAULT '' NOT NULL, fetched_since DATE, largest BIGINT DEFAULT 62914560 NOT NULL,
    excluded_senders VARCHAR DEFAULT '' NOT NULL, schedule VARCHAR DEFAULT 'push' NOT NULL, paused BOOLEAN DEFAULT FALSE NOT NULL,
    shared_folders VARCHAR DEFAULT '' NOT NULL, headers_only BOOLEAN DEFAULT FALSE NOT NULL
);

CREATE TABLE folder (
    id BIGINT PRIMARY KEY, account_id BIGINT NOT NULL, path VARCHAR NOT NULL, separator VARCHAR NOT NULL, role VARCHAR NOT NULL,
    selectable BOOLEAN NOT NULL,
    uid_validity BIGINT NOT NULL, uid_next BIGINT NOT NULL, mod_seq BIGINT NOT NULL, complete BOOLEAN NOT NULL
);
CREATE UNIQUE INDEX folder_path ON folder (account_id, path);

-- A message, whatever folders it lies in. sent_at: milliseconds since 1970, the Date header where it can be believed.
-- status bits: see MessageStatus.
CREATE TABLE message (
    id BIGINT PRIMARY KEY, digest BINARY(32) NOT NULL, digest_key BIGINT NOT NULL, message_id VARCHAR,
    conversation_id BIGINT NOT NULL, sent_at BIGINT NOT NULL, subject VARCHAR NOT NULL, preview VARCHAR NOT NULL,
    sender_name VARCHAR NOT NULL, sender_id BIGINT, counterpart_id BIGINT, size INT NOT NULL, attachments INT NOT NULL,
    status INT NOT NULL, segment INT NOT NULL, log_offset BIGINT NOT NULL, log_index INT NOT NULL
);
CREATE INDEX message_digest ON message (digest_key);
CREATE INDEX message_conversation ON message (conversation_id);

-- Where a message lies. place = folder * 2^32 + UID.
CREATE TABLE placement (place BIGINT PRIMARY KEY, message_id BIGINT NOT NULL, flags INT NOT NULL, keywords VARCHAR);
CREATE INDEX placement_message ON placement (message_id);

-- Where a message lay before; seq orders the leavings. It tells whether a message that no server holds any more is shown.
CREATE TABLE former_place (
    message_id BIGINT NOT NULL, folder_id BIGINT NOT NULL, seq BIGINT NOT NULL, PRIMARY KEY (message_id, folder_id)
);

-- What was left on the server on purpose.
CREATE TABLE left_out (place BIGINT PRIMARY KEY, reason VARCHAR NOT NULL);

-- Who a message names. item = message * 1024 + number.
CREATE TABLE message_person (item BIGINT PRIMARY KEY, address_id BIGINT NOT NULL, role INT NOT NULL);
CREATE INDEX message_person_address ON message_person (address_id, item);

-- Which conversation an id belongs to; id_key = first 64 bits of its SHA-256. Ids of messages never seen are here too.
CREATE TABLE thread_node (id_key BIGINT PRIMARY KEY, conversation_id BIGINT NOT NULL);

-- A conversation has the number of its first message. One that was joined to another points to it.
CREATE TABLE conversation (
    id BIGINT PRIMARY KEY, joined_to BIGINT, subject VARCHAR NOT NULL, first_at BIGINT NOT NULL, last_at BIGINT NOT NULL,
    last_message BIGINT, counterpart_id BIGINT, messages INT NOT NULL, unread INT NOT NULL, attachments INT NOT NULL,
    -- Whose turn it is: NONE, MINE, THEIRS; since when, until when it is worth asking about, which mail decides it, and with whom.
    turn VARCHAR DEFAULT 'NONE' NOT NULL, turn_since BIGINT DEFAULT 0 NOT NULL, turn_until BIGINT DEFAULT 0 NOT NULL,
    turn_message BIGINT, turn_address BIGINT
);
CREATE INDEX conversation_last ON conversation (last_at, id);
CREATE INDEX conversation_turn ON conversation (turn_address);
CREATE INDEX conversation_turns ON conversation (turn, turn_until);

-- A correspondent's address with what is known of it from mail.
CREATE TABLE address (
    id BIGINT PRIMARY KEY, normal VARCHAR NOT NULL, shown VARCHAR NOT NULL, domain VARCHAR NOT NULL, name VARCHAR NOT NULL,
    own BOOLEAN NOT NULL, contact_id BIGINT, received INT NOT NULL, automatic INT NOT NULL, sent INT NOT NULL,
    last_in BIGINT, last_out BIGINT, last_message BIGINT, last_at BIGINT,
    -- When it was last in touch by what people wrote, either way.
    last_real BIGINT
);
CREATE UNIQUE INDEX address_normal ON address (normal);
CREATE INDEX address_contact ON address (contact_id);
CREATE INDEX address_domain ON address (domain);
CREATE TABLE address_name (address_id BIGINT NOT NULL, name VARCHAR NOT NULL, seen INT NOT NULL, PRIMARY KEY (address_id, name));

-- Contacts, their cards and values. A value holds from one change set until another; since_change: since which the card has said it,
-- through all its moves and edits.
CREATE TABLE contact (
    id BIGINT PRIMARY KEY, name VARCHAR NOT NULL, sort_key VARCHAR NOT NULL, company VARCHAR NOT NULL, search VARCHAR NOT NULL,
    received INT NOT NULL, sent INT NOT NULL, last_in BIGINT, last_out BIGINT, last_at BIGINT NOT NULL, last_message BIGINT,
    -- What lists show and filter by.
    company_card BOOLEAN DEFAULT FALSE NOT NULL, title VARCHAR DEFAULT '' NOT NULL, stage VARCHAR DEFAULT '' NOT NULL,
    tags VARCHAR DEFAULT '' NOT NULL,
    -- How many answers are owed and waited for, since when and until when the latest of each; when there was last a real contact (mail
    -- of people, a call, a meeting), every how many days there is to be one (0: whenever), and the open task that is due first.
    owes INT DEFAULT 0 NOT NULL, owes_since BIGINT, owes_until BIGINT, waits INT DEFAULT 0 NOT NULL, waits_since BIGINT,
    waits_until BIGINT, last_real BIGINT, keep_days INT DEFAULT 0 NOT NULL, next_task BIGINT, next_due BIGINT,
    -- By what people of one company meet: the company's own name without legal form, trade and place, and the domain of their mail.
    company_stem VARCHAR DEFAULT '' NOT NULL, company_domain VARCHAR DEFAULT '' NOT NULL
);
CREATE INDEX contact_sort ON contact (sort_key, id);
CREATE INDEX contact_last ON contact (last_at, id);
CREATE INDEX contact_keep ON contact (keep_days);
CREATE INDEX contact_company ON contact (company_stem, company_domain, company, last_at, company_card, name, id);
CREATE TABLE card (
    id BIGINT PRIMARY KEY, contact_id BIGINT NOT NULL, source_kind VARCHAR NOT NULL, source_place VARCHAR NOT NULL,
    -- A card keeps its row when it is withdrawn, so that the past can be shown.
    withdrawn BOOLEAN DEFAULT FALSE NOT NULL
);
CREATE INDEX card_contact ON card (contact_id);
CREATE TABLE card_value (
    id BIGINT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY, card_id BIGINT NOT NULL, contact_id BIGINT NOT NULL,
    property VARCHAR NOT NULL, label VARCHAR NOT NULL, raw VARCHAR NOT NULL, normal VARCHAR NOT NULL, place INT NOT NULL,
    from_change BIGINT NOT NULL, to_change BIGINT,
    source_place VARCHAR DEFAULT '' NOT NULL, since_change BIGINT DEFAULT 0 NOT NULL, mark VARCHAR DEFAULT 'SAID' NOT NULL,
    -- Values are looked for by e-mail, phone, name, chat, number and relation (#12) only. All others come to one place of the index, so
    -- that an import of a hundred thousand cards does not write all its pages again and again.
    found_by VARCHAR GENERATED ALWAYS AS
        (CASE WHEN property IN ('EMAIL', 'PHONE', 'NAME', 'CHAT', 'EXTERNAL_ID') OR property = 'RELATION' AND LEFT(normal, 1) = '#'
            THEN property || ':' || normal ELSE '' END)
);
CREATE INDEX card_value_contact ON card_value (contact_id);
CREATE INDEX card_value_found ON card_value (found_by);
-- H2 writes all its changed pages to the file each time a sequence hands out its next numbers; by default it does so every 32 values.
ALTER TABLE card_value ALTER COLUMN id SET CACHE 1000000;

-- The user's own fields of a contact, the best value of each: for lists, their order and their filters. name, sort_key: folded.
-- amount: number by which numbers, sums and days are put in order.
CREATE TABLE contact_own (
    contact_id BIGINT NOT NULL, name VARCHAR NOT NULL, raw VARCHAR NOT NULL, sort_key VARCHAR NOT NULL, amount DOUBLE PRECISION,
    PRIMARY KEY (contact_id, name)
);

-- The ledger's headings.
CREATE TABLE change_set (
    sequence BIGINT PRIMARY KEY, at BIGINT NOT NULL, actor VARCHAR NOT NULL, reason VARCHAR NOT NULL, changes INT NOT NULL,
    -- Where it begins in the ledger.
    segment INT DEFAULT 0 NOT NULL, log_offset BIGINT DEFAULT 0 NOT NULL, before_hash BINARY(32)
);
-- Which contacts it concerns.
CREATE TABLE change_contact (contact_id BIGINT NOT NULL, sequence BIGINT NOT NULL, PRIMARY KEY (contact_id, sequence));

-- What messages leave beside ids, by which others find them: see Clue. kind 0 offers, all others look for offers.
CREATE TABLE thread_clue (clue_key BIGINT NOT NULL, clue_minute INT NOT NULL, kind TINYINT NOT NULL, message_id BIGINT NOT NULL);
CREATE INDEX thread_clue_key ON thread_clue (clue_key, clue_minute);

-- What the user wants for all mail of a sender: pictures from the network, and a charset to read with (empty: as recognised).
CREATE TABLE sender_rule (normal VARCHAR PRIMARY KEY, pictures BOOLEAN NOT NULL, charset VARCHAR NOT NULL);

-- Messages that are read with another charset than the one recognised: chosen for this one alone (empty: not),
-- applied: the one with which the rows of the message were made (empty: the one recognised).
CREATE TABLE message_reading (message_id BIGINT PRIMARY KEY, chosen VARCHAR NOT NULL, applied VARCHAR NOT NULL);

-- Messages whose rows have to be made anew from their bytes.
CREATE TABLE to_reread (message_id BIGINT PRIMARY KEY);

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

-- What the user did to mail and a server has still to be told, or would not do. What is done stands in the ledger only.
CREATE TABLE operation (
    id BIGINT PRIMARY KEY, account_id BIGINT NOT NULL, message_id BIGINT NOT NULL, kind VARCHAR NOT NULL, path VARCHAR NOT NULL,
    flags_add VARCHAR NOT NULL, flags_remove VARCHAR NOT NULL, to_path VARCHAR, to_role VARCHAR, to_chosen BOOLEAN NOT NULL,
    state VARCHAR NOT NULL, reason VARCHAR NOT NULL
);
CREATE INDEX operation_message ON operation (message_id);

-- Texts of the user's own: signatures under signature/<account>, templates under template/<name>.
CREATE TABLE user_text (name VARCHAR PRIMARY KEY, content VARCHAR NOT NULL);

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

-- What a server itself calls a message, wherever it lies: X-GM-MSGID, EMAILID. By it a message is known before its bytes are asked for.
CREATE TABLE server_name (
    account_id BIGINT NOT NULL, name VARCHAR NOT NULL, message_id BIGINT NOT NULL, PRIMARY KEY (account_id, name)
);

-- Messages of which only the header is kept.
CREATE TABLE header_only (message_id BIGINT PRIMARY KEY);

-- Contacts that were merged into others, and pairs of which the user said that they are not the same. a < b.
CREATE TABLE merged_contact (contact_id BIGINT PRIMARY KEY, into_id BIGINT NOT NULL, change BIGINT NOT NULL);
CREATE INDEX merged_into ON merged_contact (into_id);
CREATE TABLE not_the_same (a BIGINT NOT NULL, b BIGINT NOT NULL, change BIGINT NOT NULL, PRIMARY KEY (a, b));

-- What the text of a mail promises: by which day (days since 1970), and by which minute where one is said.
CREATE TABLE promise (
    message_id BIGINT NOT NULL, item INT NOT NULL, due_day BIGINT NOT NULL, due_at BIGINT, sentence VARCHAR NOT NULL,
    PRIMARY KEY (message_id, item)
);
CREATE INDEX promise_due ON promise (due_day);

-- What signatures say. signature_key = first 64 bits of the SHA-256 of what is said: the same lines under many mails are kept once.
CREATE TABLE signature_field (
    signature_key BIGINT NOT NULL, item INT NOT NULL, property VARCHAR NOT NULL, label VARCHAR NOT NULL, raw VARCHAR NOT NULL,
    normal VARCHAR NOT NULL, line VARCHAR NOT NULL, confidence INT NOT NULL, PRIMARY KEY (signature_key, item)
);
CREATE TABLE message_signature (message_id BIGINT PRIMARY KEY, signature_key BIGINT NOT NULL);
-- How often an address signed so, in visible mail that no program wrote.
CREATE TABLE signature_use (
    address_id BIGINT NOT NULL, signature_key BIGINT NOT NULL, seen INT NOT NULL, first_at BIGINT NOT NULL, last_at BIGINT NOT NULL,
    last_message BIGINT NOT NULL, PRIMARY KEY (address_id, signature_key)
);

-- Whom mail did not reach, as notices of delivery tell it. lasting, status: see DeliveryFailure.
CREATE TABLE bounce (
    message_id BIGINT NOT NULL, item INT NOT NULL, address VARCHAR NOT NULL, status VARCHAR NOT NULL, lasting VARCHAR NOT NULL,
    reason VARCHAR NOT NULL, PRIMARY KEY (message_id, item)
);
CREATE INDEX bounce_address ON bounce (address);

-- What waits for the user's word. Worked out from all else here at the end of each transaction that touches an address.
-- property, normal: of a fact; else empty. level: see Proposal. rank: the best evidence has the highest.
CREATE TABLE proposal (
    address_id BIGINT NOT NULL, kind VARCHAR NOT NULL, property VARCHAR NOT NULL, normal VARCHAR NOT NULL, contact_id BIGINT,
    label VARCHAR NOT NULL, raw VARCHAR NOT NULL, line VARCHAR NOT NULL, present VARCHAR NOT NULL, seen INT NOT NULL,
    first_at BIGINT NOT NULL, last_at BIGINT NOT NULL, message_id BIGINT, level INT NOT NULL, rank BIGINT NOT NULL,
    PRIMARY KEY (address_id, kind, property, normal)
);
CREATE INDEX proposal_order ON proposal (kind, rank DESC, last_at DESC, address_id, property, normal);

-- The files of messages. item = message * 1024 + place among its attachments. kind: see FileKind. name_key: the name in lower case.
-- shown: whether the message is.
CREATE TABLE file (
    item BIGINT PRIMARY KEY, message_id BIGINT NOT NULL, sent_at BIGINT NOT NULL, kind VARCHAR NOT NULL, name VARCHAR NOT NULL,
    name_key VARCHAR NOT NULL, size BIGINT NOT NULL, shown BOOLEAN NOT NULL
);
CREATE INDEX file_time ON file (shown, sent_at DESC, item DESC);
CREATE INDEX file_kind ON file (shown, kind, sent_at DESC, item DESC);

-- New addresses that authors of mails tell for themselves, with the sentence that tells it. address: in its normal form.
CREATE TABLE moved (
    message_id BIGINT NOT NULL, item INT NOT NULL, address VARCHAR NOT NULL, shown VARCHAR NOT NULL, sentence VARCHAR NOT NULL,
    PRIMARY KEY (message_id, item)
);
CREATE INDEX moved_address ON moved (address);
