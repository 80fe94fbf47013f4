-- Keys whose outcome cannot be true: a position or a version the ledger never reached, or a moment that is not the event's.
SELECT i.account, i.key, i.position, s.stream, s.version
FROM ledger.idempotency i
LEFT JOIN LATERAL unnest(i.streams, i.versions) AS s (stream, version) ON true
LEFT JOIN ledger.mt_streams m ON m.id = s.stream
LEFT JOIN ledger.mt_events e ON e.seq_id = i.position
WHERE i.position < 0
   OR (i.position > 0 AND e.seq_id IS NULL)
   OR i.recorded_at < e.timestamp
   OR s.version < 0
   OR s.version > coalesce(m.version, 0)
ORDER BY i.position, i.account, i.key
