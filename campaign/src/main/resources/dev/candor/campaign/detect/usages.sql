-- Who used them, and when.
CREATE TABLE usage AS
SELECT account.id AS account, used.sketch_key, used.uses, used.first_used, used.last_used
FROM (
  SELECT keyed.account_key, keyed.sketch_key, count(*) AS uses, min(started) AS first_used, max(started) AS last_used
  FROM keyed JOIN recurring ON recurring.sketch_key = keyed.sketch_key
  GROUP BY keyed.account_key, keyed.sketch_key
) used
JOIN account ON account.account_key = used.account_key
