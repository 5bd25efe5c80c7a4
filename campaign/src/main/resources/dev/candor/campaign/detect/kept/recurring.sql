-- Sketches that come back, with more than one account. A template that is used in earnest recurs to the bit somewhere.
CREATE TABLE recurring AS
SELECT sketch_key
FROM sent
GROUP BY sketch_key
HAVING sum(uses) >= 3 AND min(CAST(account_key % 2147483648 AS INTEGER)) < max(CAST(account_key % 2147483648 AS INTEGER))
