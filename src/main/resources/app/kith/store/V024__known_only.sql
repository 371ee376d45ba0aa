-- Whether only mail from and to known people is fetched.
ALTER TABLE account ADD COLUMN IF NOT EXISTS known_only BOOLEAN DEFAULT FALSE NOT NULL;
