-- What one pass tells of each account. Numbers are given in the order of what accounts did, so that new names change none.
CREATE TABLE account AS
SELECT
  CAST(row_number() OVER (
    ORDER BY first_started, last_started, exchanges, created NULLS LAST, coding, reasoning, tool_use, vision, writing, account
  ) - 1 AS INTEGER) AS id,
  counted.*
FROM (
  SELECT
    account_key,
    min(account) AS account,
    min(country) AS country,
    count(*) AS exchanges,
    min(started) AS first_started,
    max(started) AS last_started,
    min(created) AS created,
    CAST(sum(CASE WHEN capability = 'coding' THEN 1 ELSE 0 END) AS BIGINT) AS coding,
    CAST(sum(CASE WHEN capability = 'reasoning' THEN 1 ELSE 0 END) AS BIGINT) AS reasoning,
    CAST(sum(CASE WHEN capability = 'tool-use' THEN 1 ELSE 0 END) AS BIGINT) AS tool_use,
    CAST(sum(CASE WHEN capability = 'vision' THEN 1 ELSE 0 END) AS BIGINT) AS vision,
    CAST(sum(CASE WHEN capability = 'writing' THEN 1 ELSE 0 END) AS BIGINT) AS writing,
    count(capability) AS classified
  FROM keyed
  GROUP BY account_key
) counted
