-- Who holds what at least one other account holds.
CREATE TABLE shared AS
SELECT held.family, held.id AS held, account.id AS account
FROM holding
JOIN held ON held.family = holding.family AND held.value_key = holding.value_key
JOIN account ON account.account_key = holding.account_key
