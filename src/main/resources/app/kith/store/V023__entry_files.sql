-- Files that are kept with an entry: KeptFileList. In the table of files their item is -(entry * 1024 + place) - 1, their message_id 0.
ALTER TABLE entry ADD COLUMN IF NOT EXISTS files CHARACTER VARYING DEFAULT '' NOT NULL;
