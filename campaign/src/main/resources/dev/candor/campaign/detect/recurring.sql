-- Sketches that come back, with more than one account. A template that is used in earnest recurs to the bit somewhere.
CREATE TABLE recurring AS
SELECT sketch_key, CAST(sum(uses) AS BIGINT) AS uses
FROM sent
GROUP BY sketch_key
HAVING sum(uses) >= 3 AND min(account_key) < max(account_key)
