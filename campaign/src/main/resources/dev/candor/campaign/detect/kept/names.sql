-- The names of devices, payments, addresses and models.
CREATE VIEW name AS
SELECT family, value_key, name
FROM kept.file_name
JOIN chosen_file ON chosen_file.file = file_name.file
