-- H2 writes all its changed pages to the file each time a sequence hands out its next numbers; by default it does so every 32 values.
ALTER TABLE card_value ALTER COLUMN id SET CACHE 1000000;
