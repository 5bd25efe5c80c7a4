-- Exchanges with numbers in the place of names and times: 64 bits of a hash, milliseconds, the sketch as a signed number.
CREATE VIEW keyed AS
SELECT
  account,
  xxhash64(account) AS account_key,
  unix_millis(started_at) AS started,
  unix_millis(created_at) AS created,
  CASE WHEN model IS NOT NULL THEN xxhash64(model) END AS model_key,
  model,
  country,
  capability,
  device,
  payment,
  address,
  CASE WHEN device <> '' THEN xxhash64(device) END AS device_key,
  CASE WHEN payment <> '' THEN xxhash64(payment) END AS payment_key,
  CASE WHEN address <> '' THEN xxhash64(address) END AS address_key,
  sketch AS sketch_key
FROM exchange
