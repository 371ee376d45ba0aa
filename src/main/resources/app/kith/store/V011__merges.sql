-- Contacts that were merged into others, and pairs of which the user said that they are not the same. a < b.
CREATE TABLE merged_contact (contact_id BIGINT PRIMARY KEY, into_id BIGINT NOT NULL, change BIGINT NOT NULL);
CREATE TABLE not_the_same (a BIGINT NOT NULL, b BIGINT NOT NULL, change BIGINT NOT NULL, PRIMARY KEY (a, b));
