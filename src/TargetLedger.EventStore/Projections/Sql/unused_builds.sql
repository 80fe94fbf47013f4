-- Builds nobody reads: superseded by a rebuild or, when asked for, of an earlier shape that no running node leads.
SELECT build, tables
FROM boards.projections p
WHERE name = $1
  AND (status = 'retired'
    OR ($3 AND shape < $2 AND NOT EXISTS (
      SELECT FROM boards.leases l
      WHERE l.name IN (p.name || '/' || p.shape, p.name || '/' || p.shape || '/build') AND l.expires > clock_timestamp())))
ORDER BY build
