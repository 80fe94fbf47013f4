COPY floor.events (
    seq_id, id, stream_id, version, data, type, timestamp, correlation_id, causation_id, headers, user_name)
FROM STDIN (FORMAT BINARY)
