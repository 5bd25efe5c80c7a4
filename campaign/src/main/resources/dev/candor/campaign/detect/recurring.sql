-- Sketches that come back, with more than one account. A template that is used in earnest recurs to the bit somewhere.
CREATE TABLE recurring AS
SELECT sketch_key, count(*) AS uses
FROM keyed WHERE sketch_key IS NOT NULL
GROUP BY sketch_key
HAVING count(*) >= 3 AND min(account_key) < max(account_key)
