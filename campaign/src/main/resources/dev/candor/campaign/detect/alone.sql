-- How many devices, payments and addresses each account has that no other has.
CREATE TABLE alone AS
SELECT holding.family, holding.account, count(*) AS count_alone
FROM holding
LEFT JOIN held ON held.family = holding.family AND held.value_key = holding.value_key
WHERE held.id IS NULL
GROUP BY holding.family, holding.account
