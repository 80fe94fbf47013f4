-- Large batches go by COPY, which takes a row in for less than any statement can, between these two: begin_copy takes the
-- lock and says where the ledger stands, end_copy brings the streams to where the copied events have left them. All in one
-- transaction.
CREATE FUNCTION ledger.begin_copy(
    p_clock timestamptz,
    p_stream_ids text[],
    OUT head bigint,                -- the last position
    OUT recorded_at timestamptz,    -- the timestamp the next event must have; each further one is a microsecond later
    OUT versions bigint[])          -- per stream
LANGUAGE plpgsql VOLATILE SECURITY INVOKER
SET search_path = pg_catalog, pg_temp
SET plan_cache_mode = force_generic_plan
SET enable_seqscan = off
SET enable_hashjoin = off
SET enable_mergejoin = off
SET jit = off
SET lock_timeout = '3s'
AS $$
BEGIN
    SELECT b.head, b.recorded_at INTO STRICT head, recorded_at FROM ledger.begin_append(p_clock) b;

    SELECT array_agg(coalesce(s.version, 0) ORDER BY w.number) INTO versions
    FROM unnest(p_stream_ids) WITH ORDINALITY AS w (id, number)
    LEFT JOIN ledger.mt_streams s ON s.id = w.id;
END
$$;

CREATE FUNCTION ledger.end_copy(
    p_head bigint,                  -- what begin_copy said
    p_recorded_at timestamptz,
    p_versions bigint[],
    p_stream_ids text[],
    p_stream_types text[],
    p_stream_first int[],           -- per stream: the number of its first event, 1, 2 … over the whole batch
    p_stream_last int[],            -- per stream: the number of its last event
    p_stream_events int[],          -- per stream: how many were copied
    p_events int)                   -- copied in all
RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY INVOKER
SET search_path = pg_catalog, pg_temp
SET plan_cache_mode = force_generic_plan
SET enable_seqscan = off
SET enable_hashjoin = off
SET enable_mergejoin = off
SET jit = off
AS $$
BEGIN
    UPDATE ledger.mt_streams s
    SET version = w.before + w.events, timestamp = p_recorded_at + (w.last - 1) * interval '1 microsecond'
    FROM (
        SELECT unnest(p_stream_ids) AS id, unnest(p_versions) AS before, unnest(p_stream_events) AS events,
            unnest(p_stream_last) AS last) w
    WHERE s.id = w.id AND w.before > 0 AND w.events > 0;

    INSERT INTO ledger.mt_streams (id, type, version, timestamp, created)
    SELECT w.id, w.type, w.events, p_recorded_at + (w.last - 1) * interval '1 microsecond',
        p_recorded_at + (w.first - 1) * interval '1 microsecond'
    FROM (
        SELECT unnest(p_stream_ids) AS id, unnest(p_stream_types) AS type, unnest(p_versions) AS before,
            unnest(p_stream_events) AS events, unnest(p_stream_first) AS first, unnest(p_stream_last) AS last) w
    WHERE w.before = 0 AND w.events > 0;

    PERFORM setval('ledger.mt_events_sequence', p_head + p_events);
    PERFORM pg_notify('ledger_appended', (p_head + p_events)::text);
END
$$;

GRANT EXECUTE ON FUNCTION ledger.begin_copy, ledger.end_copy TO ledger_app;
