-- When each account first used each model that more than a handful use.
CREATE TABLE start AS
SELECT account.id AS account, summary.model_key, summary.first_started AS first_used
FROM summary
JOIN account ON account.account_key = summary.account_key
WHERE summary.model_key IS NOT NULL
