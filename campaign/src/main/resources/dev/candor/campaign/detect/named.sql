-- The pseudonyms of the values that reasons speak of.
CREATE TABLE named AS
SELECT wanted.held, any_value(name.name) AS name
FROM name
JOIN held ON held.family = name.family AND held.value_key = name.value_key
JOIN wanted ON wanted.held = held.id
GROUP BY wanted.held
