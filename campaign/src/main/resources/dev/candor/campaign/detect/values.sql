-- How many accounts hold each value.
CREATE TABLE held AS
SELECT CAST(row_number() OVER (ORDER BY family, value_key) - 1 AS INTEGER) AS id, counted.*
FROM (
  SELECT family, value_key, count(*) AS holders FROM holding GROUP BY family, value_key HAVING count(*) > 1
) counted
