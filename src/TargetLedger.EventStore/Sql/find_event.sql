SELECT seq_id, id, stream_id, version, type, timestamp, user_name, causation_id, correlation_id, headers, data
FROM ledger.mt_events
WHERE id = $1
