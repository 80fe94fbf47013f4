SELECT position, commitment, plan, section, task, ordinal
FROM boards.light_commitments{suffix}
WHERE number >= $1
ORDER BY number
