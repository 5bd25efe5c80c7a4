-- Who sent which text, and in which minute, which is as exactly as is asked.
CREATE VIEW sent AS
SELECT account_key, sketch_key, active_minute AS first_used, active_minute AS last_used, 1 AS uses
FROM (SELECT account_key, sketch_key, CAST(floor(started / 60000.0) AS INTEGER) AS active_minute FROM keyed) timed
WHERE sketch_key IS NOT NULL
