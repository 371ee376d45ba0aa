-- Who was refused at sending is asked for each address that is looked at; nearly all were not.
CREATE INDEX IF NOT EXISTS outgoing_recipient_fate ON outgoing_recipient (fate);
