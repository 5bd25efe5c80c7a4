-- Who holds what at least one other account holds, and whether it is behind a quarter of the account's exchanges.
CREATE TABLE shared AS
SELECT
  held.family, held.id AS held, holding.account,
  CASE WHEN holding.uses * 4 >= account.exchanges THEN 1 ELSE 0 END AS often
FROM holding
JOIN held ON held.family = holding.family AND held.value_key = holding.value_key
JOIN account ON account.id = holding.account
