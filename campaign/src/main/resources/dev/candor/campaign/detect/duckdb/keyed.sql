-- Exchanges with numbers in the place of names and times: 63 bits of a hash, milliseconds, the sketch as a signed number.
CREATE VIEW keyed AS
SELECT
  account,
  CAST(hash(account) >> 1 AS BIGINT) AS account_key,
  epoch_ms(started_at) AS started,
  epoch_ms(created_at) AS created,
  CASE WHEN model IS NOT NULL THEN CAST(hash(model) >> 1 AS BIGINT) END AS model_key,
  model,
  country,
  capability,
  device,
  payment,
  address,
  CASE WHEN device = '' THEN NULL WHEN device IS NOT NULL THEN CAST(hash(device) >> 1 AS BIGINT) END AS device_key,
  CASE WHEN payment = '' THEN NULL WHEN payment IS NOT NULL THEN CAST(hash(payment) >> 1 AS BIGINT) END AS payment_key,
  CASE WHEN address = '' THEN NULL WHEN address IS NOT NULL THEN CAST(hash(address) >> 1 AS BIGINT) END AS address_key,
  CASE
    WHEN sketch > 9223372036854775807
    THEN CAST(sketch - 9223372036854775808 AS BIGINT) - 9223372036854775807 - 1
    ELSE CAST(sketch AS BIGINT)
  END AS sketch_key
FROM exchange
