-- Who sent which text, and when: one row for each file.
CREATE VIEW sent AS
SELECT account_key, sketch_key, first_used, last_used, uses
FROM kept.file_sent
JOIN chosen_file ON chosen_file.file = file_sent.file
