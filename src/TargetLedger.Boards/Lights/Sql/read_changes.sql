SELECT block, changes
FROM boards.light_changes{suffix}
WHERE block >= $1 AND block <= $2
ORDER BY block
