-- Some events of the streams of one type: enough to say what each is without reading all that stands in it.
SELECT seq_id, id, stream_id, version, type, timestamp, user_name, causation_id, correlation_id, headers, data
FROM ledger.mt_events
WHERE stream_id >= $1 AND stream_id < $2 AND type = ANY ($3)
ORDER BY stream_id, version
