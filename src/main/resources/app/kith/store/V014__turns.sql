-- Whose turn it is in a conversation: NONE, MINE, THEIRS; since when, until when it is worth asking about, and which mail decides it.
-- turn_address: with whom.
ALTER TABLE conversation ADD COLUMN IF NOT EXISTS turn VARCHAR DEFAULT 'NONE' NOT NULL;
ALTER TABLE conversation ADD COLUMN IF NOT EXISTS turn_since BIGINT DEFAULT 0 NOT NULL;
ALTER TABLE conversation ADD COLUMN IF NOT EXISTS turn_until BIGINT DEFAULT 0 NOT NULL;
ALTER TABLE conversation ADD COLUMN IF NOT EXISTS turn_message BIGINT;
ALTER TABLE conversation ADD COLUMN IF NOT EXISTS turn_address BIGINT;
CREATE INDEX IF NOT EXISTS conversation_turn ON conversation (turn_address);
CREATE INDEX IF NOT EXISTS conversation_turns ON conversation (turn, turn_until);

-- When an address was last in touch by what people wrote, either way.
ALTER TABLE address ADD COLUMN IF NOT EXISTS last_real BIGINT;

-- Of a contact: how many answers are owed and waited for, since when and until when the latest of each; when there was last a real contact (mail of people, a call,
-- a meeting), every how many days there is to be one (0: whenever), and the open task that is due first.
ALTER TABLE contact ADD COLUMN IF NOT EXISTS owes INT DEFAULT 0 NOT NULL;
ALTER TABLE contact ADD COLUMN IF NOT EXISTS owes_since BIGINT;
ALTER TABLE contact ADD COLUMN IF NOT EXISTS owes_until BIGINT;
ALTER TABLE contact ADD COLUMN IF NOT EXISTS waits INT DEFAULT 0 NOT NULL;
ALTER TABLE contact ADD COLUMN IF NOT EXISTS waits_since BIGINT;
ALTER TABLE contact ADD COLUMN IF NOT EXISTS waits_until BIGINT;
ALTER TABLE contact ADD COLUMN IF NOT EXISTS last_real BIGINT;
ALTER TABLE contact ADD COLUMN IF NOT EXISTS keep_days INT DEFAULT 0 NOT NULL;
ALTER TABLE contact ADD COLUMN IF NOT EXISTS next_task BIGINT;
ALTER TABLE contact ADD COLUMN IF NOT EXISTS next_due BIGINT;
CREATE INDEX IF NOT EXISTS contact_keep ON contact (keep_days);
CREATE INDEX IF NOT EXISTS merged_into ON merged_contact (into_id);

-- What the text of a mail promises: by which day (days since 1970), and by which minute where one is said.
CREATE TABLE IF NOT EXISTS promise (
    message_id BIGINT NOT NULL, item INT NOT NULL, due_day BIGINT NOT NULL, due_at BIGINT, sentence VARCHAR NOT NULL,
    PRIMARY KEY (message_id, item)
);
CREATE INDEX IF NOT EXISTS promise_due ON promise (due_day);

-- Mail that was filed before was not read for any of this: the next step empties all, to be built again from the logs.
