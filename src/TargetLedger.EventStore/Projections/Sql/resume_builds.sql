UPDATE boards.projections
SET halted_at_position = NULL, error = NULL
WHERE name = $1 AND shape = $2 AND status = ANY ($3) AND halted_at_position IS NOT NULL
