-- The build of one shape that is read and followed or, before there is one, the build that will be.
SELECT build, status, checkpoint, halted_at_position, error
FROM boards.projections
WHERE name = $1 AND shape = $2 AND status = ANY ($3)
ORDER BY status = 'active' DESC, build DESC
LIMIT 1
