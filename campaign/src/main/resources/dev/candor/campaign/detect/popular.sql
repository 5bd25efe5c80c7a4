-- Of the sketches that recur, those that are not known to more than one account in sixteen, with all who used them.
CREATE TABLE rare_usage AS
SELECT usage.*
FROM usage
JOIN (
  SELECT sketch_key FROM usage GROUP BY sketch_key
  HAVING count(*) > 1 AND count(*) * 16 <= (SELECT count(*) FROM account)
) rare ON rare.sketch_key = usage.sketch_key
