-- What is known of each account. Numbers are given in the order in which accounts were opened, then of what they did, so that new names
-- change none, and what is compared lies close together.
CREATE TABLE account AS
SELECT
  CAST(row_number() OVER (
    ORDER BY created NULLS LAST, first_started, last_started, exchanges, coding, reasoning, tool_use, vision, writing, account
  ) - 1 AS INTEGER) AS id,
  counted.*
FROM (
  SELECT
    account_key,
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
  FROM summary
  GROUP BY account_key
) counted
