-- Of the sketches that recur, those that are not known to more than one account in sixteen, numbered in their order.
CREATE TABLE rare AS
SELECT CAST(row_number() OVER (ORDER BY sketch_key) - 1 AS INTEGER) AS id, counted.sketch_key
FROM (
  SELECT sketch_key FROM usage GROUP BY sketch_key
  HAVING count(*) > 1 AND count(*) * 16 <= (SELECT count(*) FROM account)
) counted
