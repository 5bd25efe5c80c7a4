-- Who used which device, payment and address, and how often.
CREATE TABLE holding AS
SELECT used.family, account.id AS account, used.value_key, used.uses
FROM (
  SELECT 0 AS family, account_key, device_key AS value_key, CAST(sum(exchanges) AS BIGINT) AS uses
  FROM means WHERE device_key IS NOT NULL GROUP BY account_key, device_key
  UNION ALL
  SELECT 1 AS family, account_key, payment_key AS value_key, CAST(sum(exchanges) AS BIGINT) AS uses
  FROM means WHERE payment_key IS NOT NULL GROUP BY account_key, payment_key
  UNION ALL
  SELECT 2 AS family, account_key, address_key AS value_key, CAST(sum(exchanges) AS BIGINT) AS uses
  FROM means WHERE address_key IS NOT NULL GROUP BY account_key, address_key
) used
JOIN account ON account.account_key = used.account_key
