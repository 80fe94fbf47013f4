UPDATE boards.projections
SET checkpoint = fill_head, fill_head = NULL, filled_stream = NULL, filled_events = 0
WHERE name = $1 AND build = $2 AND filled_events = $3 AND fill_head IS NOT NULL AND halted_at_position IS NULL
