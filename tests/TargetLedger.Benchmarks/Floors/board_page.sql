-- The least a page of rows costs: one round trip for a hundred rows by key.
SELECT number, position, commitment, plan, section, task, ordinal
FROM boards.light_commitments{suffix}
WHERE number > $1
ORDER BY number
LIMIT 100
