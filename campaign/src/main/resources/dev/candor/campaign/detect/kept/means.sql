-- What was used together in each file, summed up once more.
CREATE TABLE means AS
SELECT account_key, device_key, payment_key, address_key, CAST(sum(exchanges) AS BIGINT) AS exchanges
FROM kept.file_means
JOIN chosen_file ON chosen_file.file = file_means.file
GROUP BY account_key, device_key, payment_key, address_key
