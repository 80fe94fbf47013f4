DELETE FROM boards.projections
WHERE name = $1 AND build = $2
