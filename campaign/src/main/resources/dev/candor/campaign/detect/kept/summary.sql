-- What was summed up of each file, summed up once more.
CREATE TABLE summary AS
SELECT
  account_key, model_key,
  any_value(account) AS account,
  min(country) AS country,
  CAST(sum(exchanges) AS BIGINT) AS exchanges,
  min(first_started) AS first_started,
  max(last_started) AS last_started,
  min(created) AS created,
  CAST(sum(coding) AS BIGINT) AS coding,
  CAST(sum(reasoning) AS BIGINT) AS reasoning,
  CAST(sum(tool_use) AS BIGINT) AS tool_use,
  CAST(sum(vision) AS BIGINT) AS vision,
  CAST(sum(writing) AS BIGINT) AS writing,
  CAST(sum(classified) AS BIGINT) AS classified
FROM kept.file_summary
JOIN chosen_file ON chosen_file.file = file_summary.file
GROUP BY account_key, model_key
