SELECT seq_id, id, stream_id, version, type, timestamp, user_name, causation_id, correlation_id, headers, data
FROM ledger.mt_events
WHERE seq_id > $1 AND seq_id <= $2
ORDER BY seq_id
LIMIT $3
