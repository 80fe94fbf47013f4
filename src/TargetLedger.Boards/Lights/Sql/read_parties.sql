SELECT parties
FROM boards.light_parties{suffix}
WHERE id >= $1
ORDER BY id
