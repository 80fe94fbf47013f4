-- One row, also before there is any build.
SELECT coalesce(p.build, 0), coalesce(p.status, 'building'), coalesce(p.checkpoint, 0), p.halted_at_position, p.error,
  greatest((SELECT max(seq_id) FROM ledger.mt_events), p.checkpoint, 0) AS head,
  EXISTS (
    SELECT FROM boards.leases l
    WHERE l.name = $1 || '/' || $2 AND l.expires > clock_timestamp()) AS led
FROM (VALUES (1)) always
LEFT JOIN LATERAL (
  SELECT build, status, checkpoint, halted_at_position, error
  FROM boards.projections
  WHERE name = $1 AND shape = $2 AND status IN ('building', 'active')
  ORDER BY status = 'active' DESC, build DESC
  LIMIT 1) p ON TRUE
