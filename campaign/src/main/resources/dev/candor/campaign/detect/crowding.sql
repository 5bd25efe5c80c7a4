-- In how many spans of ten minutes a suspected account was used from three devices, or from two countries.
CREATE TABLE crowding AS
SELECT
  account,
  CAST(sum(CASE WHEN devices >= 3 THEN 1 ELSE 0 END) AS BIGINT) AS crowded,
  CAST(sum(CASE WHEN countries >= 2 THEN 1 ELSE 0 END) AS BIGINT) AS travelled
FROM (
  SELECT
    suspect.account AS account,
    floor(seen.active_minute / 10.0) AS span,
    count(DISTINCT seen.device_key) AS devices,
    count(DISTINCT seen.country) AS countries
  FROM seen
  JOIN account ON account.account_key = seen.account_key
  JOIN suspect ON suspect.account = account.id
  GROUP BY suspect.account, floor(seen.active_minute / 10.0)
) spans
GROUP BY account
