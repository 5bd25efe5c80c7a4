-- In which minutes accounts were active, with which device, and where.
CREATE VIEW seen AS
SELECT account_key, active_minute, device_key, country, times
FROM kept.file_seen
JOIN chosen_file ON chosen_file.file = file_seen.file
