-- Texts of the user's own: signatures under signature/<account>, templates under template/<name>.
CREATE TABLE user_text (name VARCHAR PRIMARY KEY, content VARCHAR NOT NULL);
