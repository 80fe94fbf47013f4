-- Holds the build that is followed where it is, so that another can draw level with it.
SELECT checkpoint
FROM boards.projections
WHERE name = $1 AND shape = $2 AND status = 'active'
FOR UPDATE
