-- What lies ahead is asked for at each change: meetings and tasks by their time, birthdays among the values that are looked for.
CREATE INDEX IF NOT EXISTS entry_kind ON entry (kind, at);
CREATE INDEX IF NOT EXISTS invitation_start ON invitation (start_at);
DROP INDEX IF EXISTS card_value_found;
ALTER TABLE card_value DROP COLUMN IF EXISTS found_by;
ALTER TABLE card_value ADD COLUMN found_by VARCHAR GENERATED ALWAYS AS
    (CASE WHEN property IN ('EMAIL', 'PHONE', 'NAME', 'CHAT', 'EXTERNAL_ID', 'BIRTHDAY') OR property = 'RELATION' AND LEFT(normal, 1) = '#'
        THEN property || ':' || normal ELSE '' END);
CREATE INDEX IF NOT EXISTS card_value_found ON card_value (found_by);
