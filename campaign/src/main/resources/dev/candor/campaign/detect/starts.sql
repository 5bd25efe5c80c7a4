-- When each account first used each model that more than a handful use.
CREATE TABLE start AS
SELECT account.id AS account, used.model, used.first_used
FROM (SELECT account_key, model, min(first_started) AS first_used FROM summary WHERE model IS NOT NULL GROUP BY account_key, model) used
JOIN account ON account.account_key = used.account_key
