-- Sketches that come back. A template that is used in earnest recurs to the bit somewhere.
CREATE TABLE recurring AS
SELECT sketch_key FROM sent GROUP BY sketch_key HAVING sum(uses) >= 3
