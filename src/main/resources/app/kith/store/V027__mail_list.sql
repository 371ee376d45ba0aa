-- What the list of mail is sifted by. How many visible messages of a conversation are marked.
ALTER TABLE conversation ADD COLUMN IF NOT EXISTS flagged INT DEFAULT 0 NOT NULL;
MERGE INTO conversation c USING (SELECT conversation_id, COUNT(*) AS marked FROM message WHERE BITAND(status, 18) = 18
    GROUP BY conversation_id) m ON c.id = m.conversation_id WHEN MATCHED THEN UPDATE SET c.flagged = m.marked;
-- Whole lists are read from these alone.
DROP INDEX IF EXISTS conversation_last;
CREATE INDEX conversation_last ON conversation (last_at, id, messages, attachments);
CREATE INDEX IF NOT EXISTS conversation_unread ON conversation (unread, last_at, id);
CREATE INDEX IF NOT EXISTS conversation_flagged ON conversation (flagged, last_at, id);

-- Which conversations lie in which folder, as the user has put them there, with the sums over their mail in it, visible or not.
-- Filled by ConversationFolderTable.
CREATE TABLE IF NOT EXISTS conversation_folder (
    conversation_id BIGINT NOT NULL, folder_id BIGINT NOT NULL, last_at BIGINT NOT NULL, last_message BIGINT NOT NULL,
    messages INT NOT NULL, unread INT NOT NULL, flagged INT NOT NULL, attachments INT NOT NULL,
    PRIMARY KEY (conversation_id, folder_id)
);
CREATE INDEX IF NOT EXISTS conversation_folder_last
    ON conversation_folder (folder_id, last_at DESC, conversation_id DESC, unread, flagged, attachments);

-- How many conversations there are, how many of them with unread and with marked mail, and with attachments. One row, which is there
-- as soon as the table above is filled.
CREATE TABLE IF NOT EXISTS conversation_count (
    id INT PRIMARY KEY CHECK (id = 1), conversations BIGINT NOT NULL, unread BIGINT NOT NULL, flagged BIGINT NOT NULL,
    attachments BIGINT NOT NULL
);
