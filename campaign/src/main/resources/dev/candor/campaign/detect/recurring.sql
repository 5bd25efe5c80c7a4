-- Sketches that come back, with more than one account. A template that is used in earnest recurs to the bit somewhere. Nearly all texts
-- come once, so a row is narrow: of an account's key, 31 bits tell two accounts apart.
CREATE TABLE recurring AS
SELECT sketch_key
FROM sent
GROUP BY sketch_key
HAVING count(*) >= 3 AND min(CAST(account_key % 2147483648 AS INTEGER)) < max(CAST(account_key % 2147483648 AS INTEGER))
