-- Compare and swap, like that of the checkpoint.
UPDATE boards.projections
SET filled_stream = $4, filled_events = $5
WHERE name = $1 AND build = $2 AND filled_events = $3 AND fill_head IS NOT NULL AND halted_at_position IS NULL
