-- What the user wants for all mail of a sender: pictures from the network, and a charset to read with (empty: as recognised).
CREATE TABLE sender_rule (normal VARCHAR PRIMARY KEY, pictures BOOLEAN NOT NULL, charset VARCHAR NOT NULL);

-- Messages that are read with another charset than the one recognised: chosen for this one alone (empty: not),
-- applied: the one with which the rows of the message were made (empty: the one recognised).
CREATE TABLE message_reading (message_id BIGINT PRIMARY KEY, chosen VARCHAR NOT NULL, applied VARCHAR NOT NULL);

-- Messages whose rows have to be made anew from their bytes.
CREATE TABLE to_reread (message_id BIGINT PRIMARY KEY);
