-- The list of all records reads a few columns of very many entries: they stand in the index, whole rows with what was said do not fit
-- into memory.
DROP INDEX IF EXISTS entry_kind;
CREATE INDEX IF NOT EXISTS entry_kind ON entry (kind, at, to_change, id, contact_id, state, currency, amount, number, title);
