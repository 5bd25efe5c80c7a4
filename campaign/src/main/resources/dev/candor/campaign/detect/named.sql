-- The pseudonyms of the values that reasons speak of.
CREATE TABLE named AS
SELECT wanted.held, min(keyed.device) AS name
FROM keyed JOIN held ON held.family = 0 AND held.value_key = keyed.device_key
JOIN wanted ON wanted.held = held.id GROUP BY wanted.held
UNION ALL
SELECT wanted.held, min(keyed.payment) AS name
FROM keyed JOIN held ON held.family = 1 AND held.value_key = keyed.payment_key
JOIN wanted ON wanted.held = held.id GROUP BY wanted.held
UNION ALL
SELECT wanted.held, min(keyed.address) AS name
FROM keyed JOIN held ON held.family = 2 AND held.value_key = keyed.address_key
JOIN wanted ON wanted.held = held.id GROUP BY wanted.held
