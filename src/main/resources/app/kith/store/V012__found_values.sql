-- Values are looked for by e-mail, phone, name, chat and number only. All others come to one place of the index, so that an import of a
-- hundred thousand cards does not write all its pages again and again. The values of a card are found by its contact.
DROP INDEX IF EXISTS card_value_normal;
DROP INDEX IF EXISTS card_value_card;
ALTER TABLE card_value ADD COLUMN IF NOT EXISTS found_by VARCHAR GENERATED ALWAYS AS
    (CASE WHEN property IN ('EMAIL', 'PHONE', 'NAME', 'CHAT', 'EXTERNAL_ID') THEN property || ':' || normal ELSE '' END);
CREATE INDEX IF NOT EXISTS card_value_found ON card_value (found_by);
