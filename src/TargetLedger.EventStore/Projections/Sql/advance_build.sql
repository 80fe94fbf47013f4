-- Compare and swap, before the rows are written: the row stays locked to the end of the transaction, so that of two who
-- apply the same events the second waits here, then finds the checkpoint moved and has written nothing.
UPDATE boards.projections
SET checkpoint = $4
WHERE name = $1 AND build = $2 AND checkpoint = $3 AND halted_at_position IS NULL AND status <> 'retired'
