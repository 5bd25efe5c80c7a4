-- How often each account used one device, payment and address together. There are many such rows, so they are narrow: what an account
-- did is in summary, and names are looked up at the end.
CREATE TABLE means AS
SELECT account_key, device_key, payment_key, address_key, count(*) AS exchanges
FROM keyed
GROUP BY account_key, device_key, payment_key, address_key
