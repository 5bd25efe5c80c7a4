-- How many accounts hold each value. Values are numbered by who holds them first, so that those of one account, and of such as were
-- opened about then, lie close together.
CREATE TABLE held AS
SELECT CAST(row_number() OVER (ORDER BY family, first_holder, value_key) - 1 AS INTEGER) AS id, counted.*
FROM (
  SELECT family, value_key, count(*) AS holders, min(account) AS first_holder
  FROM holding GROUP BY family, value_key HAVING count(*) > 1
) counted
