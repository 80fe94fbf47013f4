SELECT seq_id, id, stream_id, version, type, timestamp, user_name, causation_id, correlation_id, headers, data,
    bdata IS NULL AND mt_dotnet_type IS NULL AND tenant_id = '*DEFAULT*' AND NOT is_archived AS is_plain
FROM ledger.mt_events
WHERE seq_id > $1 AND seq_id <= $2
ORDER BY seq_id
LIMIT $3
