-- In which minutes the chosen accounts were active.
CREATE TABLE active AS
SELECT DISTINCT account.id AS account, CAST(floor(keyed.started / 60000.0) AS INTEGER) AS minute
FROM keyed
JOIN account ON account.account_key = keyed.account_key
JOIN chosen ON chosen.account = account.id
