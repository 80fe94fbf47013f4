UPDATE boards.projections
SET status = 'active'
WHERE name = $1 AND build = $2 AND status = 'building'
