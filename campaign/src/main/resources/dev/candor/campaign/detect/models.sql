-- The models that more than a handful use, and names without end stay out. Keys of engines differ, so they decide nothing.
CREATE TABLE model AS
SELECT common.model_key, any_value(name.name) AS model, min(common.accounts) AS accounts
FROM (
  SELECT model_key, count(*) AS accounts, min(first_used) AS earliest, min(account) AS lowest, sum(account) AS together
  FROM start GROUP BY model_key HAVING count(*) >= 4
  ORDER BY accounts DESC, earliest, lowest, together LIMIT 256
) common
JOIN name ON name.family = 3 AND name.value_key = common.model_key
GROUP BY common.model_key
