-- Appends many requests in one transaction; each succeeds or fails alone, and what can be expected comes back as a row.
-- Streams are given once and meant by their number (1, 2 …) elsewhere; parts stand in the order of the appends they belong
-- to, events in the order of the parts.
--
-- The lock is held to the end of the transaction, and PostgreSQL releases locks only after the commit is visible: over any
-- number of nodes the order of positions is the order of commits, and a reader that has seen position n has seen all before it.
CREATE FUNCTION ledger.append_batch(
    p_clock timestamptz,            -- the appending node's business time, whole microseconds
    p_stream_ids text[],
    p_stream_types text[],
    p_part_counts int[],            -- per append: its parts
    p_event_counts int[],           -- per append: its events
    p_accounts text[],              -- per append: its key, null without one
    p_keys text[],
    p_fingerprints bytea[],
    p_outcomes jsonb[],
    p_key_streams text[],           -- per append: the streams to remember, as an array literal
    p_part_streams int[],
    p_part_expected bigint[],       -- -1 any, 0 none, otherwise the exact version
    p_part_events int[],
    p_event_streams int[],
    p_event_ids uuid[],
    p_event_types text[],
    p_event_data jsonb[],
    p_event_users text[],
    p_event_causations text[],
    p_event_correlations text[],
    p_event_headers jsonb[])
RETURNS TABLE (
    append int,                     -- 1, 2 … in the order given
    kind text,                      -- appended, conflict, known
    first_position bigint,
    last_position bigint,
    recorded_at timestamptz,
    versions bigint[],
    conflict_part int,              -- 1, 2 … within the append
    actual bigint,
    fingerprint bytea,
    outcome jsonb,
    streams text[])
LANGUAGE plpgsql VOLATILE SECURITY INVOKER
SET search_path = pg_catalog, pg_temp
-- The plans are known: look up each key in its index. Without this a plan made while a table was small could scan it later.
SET plan_cache_mode = force_generic_plan
SET enable_seqscan = off
SET enable_hashjoin = off
SET enable_mergejoin = off
SET jit = off
AS $$
#variable_conflict use_column
DECLARE
    v_tick CONSTANT interval := interval '1 microsecond';
    v_head bigint;                  -- before this batch
    v_head_at timestamptz;
    v_fence timestamptz;
    v_base timestamptz;             -- the timestamp of the first event of this batch
    v_position bigint;
    v_known boolean[];
    v_versions bigint[];            -- per stream, as it stands while the batch is gone through
    v_stream_first bigint[];        -- per stream: position of its version 1, when made here
    v_stream_last bigint[];         -- per stream: position of its last event in this batch
    v_event_positions bigint[];
    v_event_versions bigint[];
    v_key_versions text[];
    v_key_positions bigint[];
    v_key_times timestamptz[];
    v_remembers boolean := false;
    v_recalls boolean := false;
    v_part int := 0;                -- parts and events gone through
    v_event int := 0;
    v_last_part int;
    v_stream int;
    v_version bigint;
    v_row record;
BEGIN
    -- Each statement below must see what was committed before the lock was given.
    IF current_setting('transaction_isolation') <> 'read committed' THEN
        RAISE EXCEPTION 'append_batch needs READ COMMITTED' USING ERRCODE = 'TL004';
    END IF;
    PERFORM pg_advisory_xact_lock(ledger.append_lock());

    SELECT e.seq_id, e.timestamp INTO v_head, v_head_at FROM ledger.mt_events e ORDER BY e.seq_id DESC LIMIT 1;
    SELECT f.moment INTO STRICT v_fence FROM ledger.moment_fence f;
    v_head := coalesce(v_head, 0);
    v_head_at := greatest(v_head_at, v_fence);
    IF p_clock < v_head_at - interval '5 seconds' THEN
        RAISE EXCEPTION '本机时钟落后于台账 · this node''s clock is behind the ledger'
            USING ERRCODE = 'TL003', HINT = to_char(v_head_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"');
    END IF;
    v_base := greatest(p_clock, v_head_at + v_tick);
    v_position := v_head;

    FOR v_row IN
        SELECT k.append::int AS append, i.*
        FROM unnest(p_accounts, p_keys) WITH ORDINALITY AS k (account, key, append)
        JOIN ledger.idempotency i ON i.account = k.account AND i.key = k.key
    LOOP
        v_known[v_row.append] := true;
        v_recalls := true;
        append := v_row.append;
        kind := 'known';
        last_position := v_row.position;
        recorded_at := v_row.recorded_at;
        versions := v_row.versions;
        fingerprint := v_row.fingerprint;
        outcome := v_row.outcome;
        streams := v_row.streams;
        RETURN NEXT;
    END LOOP;
    fingerprint := NULL;
    outcome := NULL;
    streams := NULL;

    SELECT array_agg(coalesce(s.version, 0) ORDER BY w.number) INTO v_versions
    FROM unnest(p_stream_ids) WITH ORDINALITY AS w (id, number)
    LEFT JOIN ledger.mt_streams s ON s.id = w.id;

    -- Made at full length: assigning the first element of an empty array at number 3 would make it begin at 3.
    v_event_positions := array_fill(NULL::bigint, ARRAY[cardinality(p_event_ids)]);
    v_event_versions := v_event_positions;
    v_stream_first := array_fill(NULL::bigint, ARRAY[cardinality(p_stream_ids)]);
    v_stream_last := v_stream_first;
    v_key_positions := array_fill(NULL::bigint, ARRAY[cardinality(p_keys)]);
    v_key_versions := array_fill(NULL::text, ARRAY[cardinality(p_keys)]);
    v_key_times := array_fill(NULL::timestamptz, ARRAY[cardinality(p_keys)]);

    <<appends>>
    FOR v_append IN 1 .. cardinality(p_part_counts) LOOP
        append := v_append;
        v_last_part := v_part + p_part_counts[v_append];

        IF v_known[v_append] THEN
            v_part := v_last_part;
            v_event := v_event + p_event_counts[v_append];
            CONTINUE appends;
        END IF;

        FOR v_at IN v_part + 1 .. v_last_part LOOP
            IF p_part_expected[v_at] >= 0 AND p_part_expected[v_at] <> v_versions[p_part_streams[v_at]] THEN
                kind := 'conflict';
                first_position := NULL;
                last_position := NULL;
                recorded_at := NULL;
                versions := NULL;
                conflict_part := v_at - v_part;
                actual := v_versions[p_part_streams[v_at]];
                RETURN NEXT;
                v_part := v_last_part;
                v_event := v_event + p_event_counts[v_append];
                CONTINUE appends;
            END IF;
        END LOOP;

        kind := 'appended';
        conflict_part := NULL;
        actual := NULL;
        first_position := v_position + 1;
        versions := '{}';
        FOR v_at IN v_part + 1 .. v_last_part LOOP
            v_stream := p_part_streams[v_at];
            v_version := v_versions[v_stream];
            IF p_part_events[v_at] > 0 THEN
                IF v_version = 0 THEN
                    v_stream_first[v_stream] := v_position + 1;
                END IF;
                FOR v_ordinal IN 1 .. p_part_events[v_at] LOOP
                    v_event := v_event + 1;
                    v_event_positions[v_event] := v_position + v_ordinal;
                    v_event_versions[v_event] := v_version + v_ordinal;
                END LOOP;
                v_position := v_position + p_part_events[v_at];
                v_version := v_version + p_part_events[v_at];
                v_versions[v_stream] := v_version;
                v_stream_last[v_stream] := v_position;
            END IF;
            versions[v_at - v_part] := v_version;
        END LOOP;
        v_part := v_last_part;

        last_position := v_position;
        recorded_at := v_base + (v_position - v_head - least(p_event_counts[v_append], 1)) * v_tick;
        IF p_keys[v_append] IS NOT NULL THEN
            v_remembers := true;
            v_key_versions[v_append] := versions::text;
            v_key_positions[v_append] := v_position;
            v_key_times[v_append] := recorded_at;
        END IF;
        RETURN NEXT;
    END LOOP;

    IF v_position > v_head THEN
        INSERT INTO ledger.mt_events (
            seq_id, id, stream_id, version, data, type, timestamp, correlation_id, causation_id, headers, user_name)
        SELECT e.position, e.id, p_stream_ids[e.stream], e.version, e.data, e.type, v_base + (e.position - v_head - 1) * v_tick,
            e.correlation, e.causation, e.headers, e.actor
        FROM unnest(
                p_event_ids, p_event_types, p_event_data, p_event_streams, p_event_users, p_event_causations,
                p_event_correlations, p_event_headers, v_event_positions, v_event_versions)
            AS e (id, type, data, stream, actor, causation, correlation, headers, position, version)
        WHERE e.position IS NOT NULL;

        INSERT INTO ledger.mt_streams (id, type, version, timestamp, created)
        SELECT s.id, s.type, s.version, v_base + (s.last - v_head - 1) * v_tick,
            v_base + (coalesce(s.first, s.last) - v_head - 1) * v_tick
        FROM unnest(p_stream_ids, p_stream_types, v_versions, v_stream_first, v_stream_last) AS s (id, type, version, first, last)
        WHERE s.last IS NOT NULL
        ON CONFLICT ON CONSTRAINT pkey_mt_streams_id
        DO UPDATE SET version = excluded.version, timestamp = excluded.timestamp;
    END IF;

    IF v_remembers THEN
        INSERT INTO ledger.idempotency (account, key, fingerprint, outcome, streams, versions, position, recorded_at)
        SELECT k.account, k.key, k.fingerprint, k.outcome, k.streams::text[], k.versions::bigint[], k.position, k.recorded_at
        FROM unnest(
                p_accounts, p_keys, p_fingerprints, p_outcomes, p_key_streams, v_key_versions, v_key_positions, v_key_times)
            AS k (account, key, fingerprint, outcome, streams, versions, position, recorded_at)
        WHERE k.position IS NOT NULL;
    END IF;

    IF v_position > v_head THEN
        -- Last, since a sequence does not roll back: it may stand above the highest position for a while, never below.
        PERFORM setval('ledger.mt_events_sequence', v_position);
        PERFORM pg_notify('ledger_appended', v_position::text);
    ELSIF v_recalls AND NOT v_remembers AND current_setting('synchronous_standby_names') <> '' THEN
        -- What is answered again must be as safe as when it was answered first, but the wait for its standby may have been
        -- given up. A transaction that writes nothing waits for nobody; one that writes waits for all that was written before.
        PERFORM pg_logical_emit_message(true, 'ledger', 'recall');
    END IF;
END
$$;

GRANT EXECUTE ON FUNCTION ledger.append_batch TO ledger_app;
