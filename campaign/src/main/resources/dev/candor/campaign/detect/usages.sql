-- Who used them, and when.
CREATE TABLE usage AS
SELECT account.id AS account, used.sketch_key, used.first_used, used.last_used
FROM (
  SELECT sent.account_key, sent.sketch_key, min(sent.first_used) AS first_used, max(sent.last_used) AS last_used
  FROM sent JOIN recurring ON recurring.sketch_key = sent.sketch_key
  GROUP BY sent.account_key, sent.sketch_key
) used
JOIN account ON account.account_key = used.account_key
