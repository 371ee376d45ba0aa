-- Which contacts a change set concerns, found by its number: rules look only at what was done since they last did.
CREATE INDEX IF NOT EXISTS change_contact_sequence ON change_contact (sequence);
