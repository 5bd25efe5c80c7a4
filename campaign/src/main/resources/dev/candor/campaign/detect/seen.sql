-- In which minutes accounts were active, with which device, and where.
CREATE VIEW seen AS
SELECT account_key, CAST(floor(started / 60000.0) AS INTEGER) AS active_minute, device_key, country, 1 AS times
FROM keyed
