-- The names of devices, payments, addresses and models, each as often as it was used.
CREATE VIEW name AS
SELECT 0 AS family, device_key AS value_key, device AS name FROM keyed WHERE device_key IS NOT NULL
UNION ALL
SELECT 1 AS family, payment_key AS value_key, payment AS name FROM keyed WHERE payment_key IS NOT NULL
UNION ALL
SELECT 2 AS family, address_key AS value_key, address AS name FROM keyed WHERE address_key IS NOT NULL
UNION ALL
SELECT 3 AS family, model_key AS value_key, model AS name FROM keyed WHERE model_key IS NOT NULL
