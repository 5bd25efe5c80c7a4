-- Sketches that come back. A template that is used in earnest recurs to the bit somewhere. Nearly all texts come once, so nothing more is
-- asked here: a row for each takes most of the memory that there is.
CREATE TABLE recurring AS
SELECT sketch_key FROM sent GROUP BY sketch_key HAVING count(*) >= 3
