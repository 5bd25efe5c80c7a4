-- In which minutes the chosen accounts were active; some come again.
CREATE TABLE active AS
SELECT account.id AS account, seen.active_minute AS minute
FROM seen
JOIN account ON account.account_key = seen.account_key
JOIN chosen ON chosen.account = account.id
