-- What each account did with each model.
CREATE TABLE summary AS
SELECT
  account_key, model_key,
  any_value(account) AS account,
  min(country) AS country,
  count(*) AS exchanges,
  min(started) AS first_started,
  max(started) AS last_started,
  min(created) AS created,
  count(CASE WHEN capability = 'coding' THEN 1 END) AS coding,
  count(CASE WHEN capability = 'reasoning' THEN 1 END) AS reasoning,
  count(CASE WHEN capability = 'tool-use' THEN 1 END) AS tool_use,
  count(CASE WHEN capability = 'vision' THEN 1 END) AS vision,
  count(CASE WHEN capability = 'writing' THEN 1 END) AS writing,
  count(capability) AS classified
FROM keyed
GROUP BY account_key, model_key
