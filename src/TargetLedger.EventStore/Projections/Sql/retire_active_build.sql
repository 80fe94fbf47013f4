UPDATE boards.projections
SET status = 'retired'
WHERE name = $1 AND shape = $2 AND status = 'active'
