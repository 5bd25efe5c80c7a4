-- One pass over all exchanges: what each account did with one device, payment, address and model.
CREATE TABLE summary AS
SELECT
  account_key, device_key, payment_key, address_key, model,
  any_value(account) AS account,
  any_value(device) AS device,
  any_value(payment) AS payment,
  any_value(address) AS address,
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
GROUP BY account_key, device_key, payment_key, address_key, model
