UPDATE boards.projections
SET halted_at_position = $4, error = $5
WHERE name = $1 AND build = $2 AND checkpoint = $3 AND status <> 'retired'
