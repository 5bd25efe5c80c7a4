-- Who sent which text, and when.
CREATE VIEW sent AS
SELECT account_key, sketch_key, started AS first_used, started AS last_used, 1 AS uses
FROM keyed WHERE sketch_key IS NOT NULL
