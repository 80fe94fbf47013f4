-- The build of one shape that is read and followed or, before there is one, the build that will be.
SELECT build, status, checkpoint, halted_at_position, error, fill_head, filled_stream, filled_events
FROM boards.projections
WHERE name = $1 AND shape = $2 AND status = ANY ($3)
ORDER BY status = 'active' DESC, build DESC
LIMIT 1
