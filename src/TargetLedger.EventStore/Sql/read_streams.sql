SELECT e.seq_id, e.id, e.stream_id, e.version, e.type, e.timestamp, e.user_name, e.causation_id, e.correlation_id, e.headers, e.data
FROM unnest($1::varchar[], $2::bigint[]) AS wanted (stream, through)
JOIN ledger.mt_events e ON e.stream_id = wanted.stream AND e.version <= wanted.through
ORDER BY e.seq_id
