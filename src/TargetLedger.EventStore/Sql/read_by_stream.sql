-- One stream after the other, each in order, from a place between two events on: a stretch of the index on stream and version.
SELECT seq_id, id, stream_id, version, type, timestamp, user_name, causation_id, correlation_id, headers, data
FROM ledger.mt_events
WHERE (stream_id, version) > ($1, $2) AND seq_id <= $3
ORDER BY stream_id, version
LIMIT $4
