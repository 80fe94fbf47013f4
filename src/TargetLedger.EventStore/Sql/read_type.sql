-- The streams of one type, one after the other, as they stood at a position. A stream's id begins with its type, so they
-- are one stretch of the index on stream and version: a ledger's text is ordered by code point. No sort, no other type read.
SELECT seq_id, id, stream_id, version, type, timestamp, user_name, causation_id, correlation_id, headers, data
FROM ledger.mt_events
WHERE stream_id >= $1 AND stream_id < $2 AND seq_id <= $3
ORDER BY stream_id, version
