-- A new build of one projection, numbered after all there ever were.
INSERT INTO boards.projections (name, build, shape, status, checkpoint, tables, fill_head)
SELECT $1, coalesce(max(build), 0) + 1, $2, 'building', 0, $3, nullif($4, 0)
FROM boards.projections
WHERE name = $1
RETURNING build
