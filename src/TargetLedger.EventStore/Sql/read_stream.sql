SELECT seq_id, id, stream_id, version, type, timestamp, user_name, causation_id, correlation_id, headers, data
FROM ledger.mt_events
WHERE stream_id = $1 AND version > $2 AND version <= $3 AND seq_id <= $4
ORDER BY version
