-- The pseudonyms of the values that reasons speak of.
CREATE TABLE named AS
SELECT wanted.held, any_value(summary.device) AS name
FROM summary JOIN held ON held.family = 0 AND held.value_key = summary.device_key
JOIN wanted ON wanted.held = held.id GROUP BY wanted.held
UNION ALL
SELECT wanted.held, any_value(summary.payment) AS name
FROM summary JOIN held ON held.family = 1 AND held.value_key = summary.payment_key
JOIN wanted ON wanted.held = held.id GROUP BY wanted.held
UNION ALL
SELECT wanted.held, any_value(summary.address) AS name
FROM summary JOIN held ON held.family = 2 AND held.value_key = summary.address_key
JOIN wanted ON wanted.held = held.id GROUP BY wanted.held
