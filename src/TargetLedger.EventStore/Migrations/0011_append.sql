-- Takes the append lock, to the end of the transaction, and says where the ledger stands: PostgreSQL releases locks only
-- after the commit is visible, so that over any number of nodes the order of positions is the order of commits, and a reader
-- that has seen position n has seen all before it. Whoever appends begins here.
CREATE FUNCTION ledger.begin_append(
    p_clock timestamptz,            -- the appending node's business time, whole microseconds
    OUT head bigint,                -- the last position
    OUT recorded_at timestamptz)    -- the timestamp the next event must have; each further one is a microsecond later
LANGUAGE plpgsql VOLATILE SECURITY INVOKER
AS $$
DECLARE
    v_head_at timestamptz;
BEGIN
    -- Each statement below, and the caller's, must see what was committed before the lock was given.
    IF current_setting('transaction_isolation') <> 'read committed' THEN
        RAISE EXCEPTION 'appending needs READ COMMITTED' USING ERRCODE = 'TL004';
    END IF;
    PERFORM pg_advisory_xact_lock(ledger.append_lock());

    SELECT coalesce(e.seq_id, 0), greatest(e.timestamp, f.moment) INTO STRICT head, v_head_at
    FROM ledger.moment_fence f
    LEFT JOIN LATERAL (SELECT l.seq_id, l.timestamp FROM ledger.mt_events l ORDER BY l.seq_id DESC LIMIT 1) e ON true;
    IF p_clock < v_head_at - interval '5 seconds' THEN
        RAISE EXCEPTION '本机时钟落后于台账 · this node''s clock is behind the ledger'
            USING ERRCODE = 'TL003', HINT = to_char(v_head_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"');
    END IF;
    recorded_at := greatest(p_clock, v_head_at + interval '1 microsecond');
END
$$;

-- The extraordinary batch: somebody's expectation does not hold, a key is known, or a stream is written to by two
-- appends. Goes through them one by one, so that each sees what those before it have left. Called by ledger.append.
CREATE FUNCTION ledger.append_one_by_one(
    p_head bigint,                  -- the last position before this batch
    p_recorded_at timestamptz,      -- the timestamp of its first event
    p_stream_ids text[],
    p_stream_types text[],
    p_last_parts int[],             -- per append: the number of its last part
    p_last_events int[],            -- per append: the number of its last event; without events that of the append before
    p_part_streams int[],
    p_part_expected bigint[],       -- -1 any, 0 none, otherwise the exact version
    p_part_events int[],
    p_event_streams int[],
    p_event_ids uuid[],
    p_event_types text[],
    p_event_data jsonb[],
    p_event_users text[],
    p_event_causations text[],      -- null where no event has one; likewise the next two
    p_event_correlations text[],
    p_event_headers jsonb[],
    p_accounts text[],              -- per append: its key, null without one; null where no append has one, likewise the next four
    p_keys text[],
    p_fingerprints bytea[],
    p_outcomes jsonb[],
    p_key_streams text[])           -- per append: the streams to remember, as an array literal
RETURNS TABLE (
    append int,                     -- 1, 2 … in the order given; 0 for the batch
    kind text,                      -- batch, conflict, known
    head bigint,                    -- batch: the last position before it
    recorded_at timestamptz,        -- batch: the timestamp of its first event
    versions bigint[],              -- batch: of each stream, before
    conflict_part int,              -- 1, 2 … within the append
    actual bigint)
LANGUAGE plpgsql VOLATILE SECURITY INVOKER
AS $$
#variable_conflict use_column
DECLARE
    v_position bigint;
    v_known boolean[];
    v_versions bigint[];            -- per stream, before
    v_now bigint[];                 -- per stream, as it stands while the batch is gone through
    v_stream_first bigint[];        -- per stream: position of its first event in this batch
    v_stream_last bigint[];         -- per stream: position of its last event in this batch
    v_event_positions bigint[];
    v_event_versions bigint[];
    v_append_positions bigint[];    -- per append: the position it leaves the ledger at; null when it does not succeed
    v_part_versions bigint[];       -- per part: the version it leaves its stream at
    v_skipped boolean;
    v_part int := 0;                -- parts and events gone through
    v_event int := 0;
    v_stream int;
    v_remembers boolean := false;
    v_recalls boolean := false;
BEGIN
    v_position := p_head;

    IF p_keys IS NOT NULL THEN
        FOR append IN
            SELECT k.append::int
            FROM unnest(p_accounts, p_keys) WITH ORDINALITY AS k (account, key, append)
            JOIN ledger.idempotency i ON i.account = k.account AND i.key = k.key
        LOOP
            v_known[append] := true;
            v_recalls := true;
            kind := 'known';
            RETURN NEXT;
        END LOOP;
    END IF;

    SELECT array_agg(coalesce(s.version, 0) ORDER BY w.number) INTO v_versions
    FROM unnest(p_stream_ids) WITH ORDINALITY AS w (id, number)
    LEFT JOIN ledger.mt_streams s ON s.id = w.id;

    v_now := v_versions;
    -- Made at full length: assigning the first element of an empty array at number 3 would make it begin at 3.
    v_event_positions := array_fill(NULL::bigint, ARRAY[cardinality(p_event_ids)]);
    v_event_versions := v_event_positions;
    v_stream_first := array_fill(NULL::bigint, ARRAY[cardinality(p_stream_ids)]);
    v_stream_last := v_stream_first;
    v_append_positions := array_fill(NULL::bigint, ARRAY[cardinality(p_last_parts)]);
    v_part_versions := array_fill(NULL::bigint, ARRAY[cardinality(p_part_streams)]);

    <<appends>>
    FOR v_append IN 1 .. cardinality(p_last_parts) LOOP
        v_skipped := coalesce(v_known[v_append], false);
        FOR v_at IN v_part + 1 .. p_last_parts[v_append] LOOP
            EXIT WHEN v_skipped;
            IF p_part_expected[v_at] >= 0 AND p_part_expected[v_at] <> v_now[p_part_streams[v_at]] THEN
                v_skipped := true;
                append := v_append;
                kind := 'conflict';
                head := NULL;
                recorded_at := NULL;
                versions := NULL;
                conflict_part := v_at - v_part;
                actual := v_now[p_part_streams[v_at]];
                RETURN NEXT;
            END IF;
        END LOOP;

        IF NOT v_skipped THEN
            FOR v_at IN v_part + 1 .. p_last_parts[v_append] LOOP
                v_stream := p_part_streams[v_at];
                IF p_part_events[v_at] > 0 THEN
                    v_stream_first[v_stream] := coalesce(v_stream_first[v_stream], v_position + 1);
                    FOR v_ordinal IN 1 .. p_part_events[v_at] LOOP
                        v_event_positions[v_event + v_ordinal] := v_position + v_ordinal;
                        v_event_versions[v_event + v_ordinal] := v_now[v_stream] + v_ordinal;
                    END LOOP;
                    v_event := v_event + p_part_events[v_at];
                    v_position := v_position + p_part_events[v_at];
                    v_now[v_stream] := v_now[v_stream] + p_part_events[v_at];
                    v_stream_last[v_stream] := v_position;
                END IF;
                v_part_versions[v_at] := v_now[v_stream];
            END LOOP;
            v_append_positions[v_append] := v_position;
        END IF;
        v_part := p_last_parts[v_append];
        v_event := p_last_events[v_append];
    END LOOP;

    IF v_position > p_head THEN
        INSERT INTO ledger.mt_events (
            seq_id, id, stream_id, version, data, type, timestamp, correlation_id, causation_id, headers, user_name)
        SELECT e.position, e.id, p_stream_ids[e.stream], e.version, e.data, e.type,
            p_recorded_at + (e.position - p_head - 1) * interval '1 microsecond', e.correlation, e.causation, e.headers, e.actor
        FROM (
            SELECT unnest(v_event_positions) AS position, unnest(p_event_ids) AS id, unnest(p_event_streams) AS stream,
                unnest(v_event_versions) AS version, unnest(p_event_data) AS data, unnest(p_event_types) AS type,
                unnest(p_event_correlations) AS correlation, unnest(p_event_causations) AS causation,
                unnest(p_event_headers) AS headers, unnest(p_event_users) AS actor) e
        WHERE e.position IS NOT NULL;

        UPDATE ledger.mt_streams s
        SET version = w.version, timestamp = p_recorded_at + (w.last - p_head - 1) * interval '1 microsecond'
        FROM (SELECT unnest(p_stream_ids) AS id, unnest(v_versions) AS before, unnest(v_now) AS version, unnest(v_stream_last) AS last) w
        WHERE s.id = w.id AND w.before > 0 AND w.last IS NOT NULL;

        IF 0 = ANY (v_versions) THEN
            INSERT INTO ledger.mt_streams (id, type, version, timestamp, created)
            SELECT w.id, w.type, w.version, p_recorded_at + (w.last - p_head - 1) * interval '1 microsecond',
                p_recorded_at + (w.first - p_head - 1) * interval '1 microsecond'
            FROM (
                SELECT unnest(p_stream_ids) AS id, unnest(p_stream_types) AS type, unnest(v_versions) AS before,
                    unnest(v_now) AS version, unnest(v_stream_first) AS first, unnest(v_stream_last) AS last) w
            WHERE w.before = 0 AND w.last IS NOT NULL;
        END IF;
    END IF;

    IF p_keys IS NOT NULL THEN
        INSERT INTO ledger.idempotency (account, key, fingerprint, outcome, streams, versions, position, recorded_at)
        SELECT a.account, a.key, a.fingerprint, a.outcome, a.streams::text[],
            ARRAY(SELECT v_part_versions[n] FROM generate_series(coalesce(a.part_before, 0) + 1, a.last_part) n),
            a.position,
            -- Of the last event; without one, of what would have come next.
            p_recorded_at + (a.position - p_head - least(a.last_event - coalesce(a.event_before, 0), 1)) * interval '1 microsecond'
        FROM (
            SELECT unnest(p_accounts) AS account, unnest(p_keys) AS key, unnest(p_fingerprints) AS fingerprint,
                unnest(p_outcomes) AS outcome, unnest(p_key_streams) AS streams, unnest(v_append_positions) AS position,
                unnest(p_last_parts) AS last_part, unnest(p_last_events) AS last_event,
                unnest(0 || p_last_parts) AS part_before, unnest(0 || p_last_events) AS event_before) a
        WHERE a.key IS NOT NULL AND a.position IS NOT NULL;
        v_remembers := FOUND;
    END IF;

    append := 0;
    kind := 'batch';
    head := p_head;
    recorded_at := p_recorded_at;
    versions := v_versions;
    conflict_part := NULL;
    actual := NULL;
    RETURN NEXT;

    IF v_position > p_head THEN
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

-- Appends many requests in one transaction; each succeeds or fails alone. It takes the place of append_batch, which stays
-- for nodes of the release before while they are being replaced; both take the same lock and keep the same rules.
--
-- Streams are given once and meant by their number (1, 2 …) elsewhere; parts stand in the order of the appends they belong
-- to, events in the order of the parts. Where no stream is written to by two appends, no key is known and all expectations
-- hold, which is the ordinary case, nothing is gone through one by one: a part is its stream, positions are the head plus
-- the event's number, and the streams, which the lock keeps as they were found, are updated where they lie. The caller can
-- tell every result from the head, the versions before and the few appends that did not succeed, so only these are
-- returned: one row of the batch, then one for each append in conflict or already known. What is remembered of a known key
-- is read afterwards: an answer too long for a stopped client's socket would keep the lock.
CREATE FUNCTION ledger.append(
    p_clock timestamptz,            -- the appending node's business time, whole microseconds
    p_stream_ids text[],
    p_stream_types text[],
    p_stream_first int[],           -- per stream: the number of its first event, 1, 2 … over the whole batch; null without events
    p_stream_last int[],            -- per stream: the number of its last event
    p_once boolean,                 -- no stream is named by two parts
    p_last_parts int[],             -- per append: the number of its last part
    p_last_events int[],            -- per append: the number of its last event; without events that of the append before
    p_part_streams int[],
    p_part_expected bigint[],       -- -1 any, 0 none, otherwise the exact version
    p_part_events int[],
    p_event_streams int[],
    p_event_ordinals int[],         -- per event: 1, 2 … within its part
    p_event_ids uuid[],
    p_event_types text[],
    p_event_data jsonb[],
    p_event_users text[],
    p_event_causations text[],      -- null where no event has one; likewise the next two
    p_event_correlations text[],
    p_event_headers jsonb[],
    p_accounts text[],              -- per append: its key, null without one; null where no append has one, likewise the next four
    p_keys text[],
    p_fingerprints bytea[],
    p_outcomes jsonb[],
    p_key_streams text[])           -- per append: the streams to remember, as an array literal
RETURNS TABLE (
    append int,                     -- 1, 2 … in the order given; 0 for the batch
    kind text,                      -- batch, conflict, known
    head bigint,                    -- batch: the last position before it
    recorded_at timestamptz,        -- batch: the timestamp of its first event
    versions bigint[],              -- batch: of each stream, before
    conflict_part int,              -- 1, 2 … within the append
    actual bigint)
LANGUAGE plpgsql VOLATILE SECURITY INVOKER
SET search_path = pg_catalog, pg_temp
-- The plans are known: look up each key in its index. Without this a plan made while a table was small could scan it later.
SET plan_cache_mode = force_generic_plan
SET enable_seqscan = off
SET enable_hashjoin = off
SET enable_mergejoin = off
SET jit = off
-- Whoever waits longer looks whether the holder is still at work (stalled_holder.sql).
SET lock_timeout = '3s'
AS $$
#variable_conflict use_column
DECLARE
    v_head bigint;                  -- before this batch
    v_base timestamptz;             -- the timestamp of its first event
    v_ordinary boolean := p_once;
    v_versions bigint[];            -- per stream, before
    v_places tid[];                 -- per stream: where it lies; null where it is new
    v_holds boolean;
BEGIN
    SELECT b.head, b.recorded_at INTO STRICT v_head, v_base FROM ledger.begin_append(p_clock) b;

    IF v_ordinary AND p_keys IS NOT NULL THEN
        v_ordinary := NOT EXISTS (
            SELECT FROM unnest(p_accounts, p_keys) AS k (account, key)
            JOIN ledger.idempotency i ON i.account = k.account AND i.key = k.key);
    END IF;

    IF v_ordinary THEN
        SELECT array_agg(s.version), array_agg(s.place), coalesce(bool_and(s.expected < 0 OR s.expected = s.version), true)
        INTO v_versions, v_places, v_holds
        FROM (
            SELECT coalesce(s.version, 0) AS version, s.ctid AS place, w.expected
            FROM (
                SELECT unnest(p_stream_ids) AS id, unnest(p_part_expected) AS expected,
                    generate_series(1, cardinality(p_stream_ids)) AS number) w
            LEFT JOIN ledger.mt_streams s ON s.id = w.id
            ORDER BY w.number) s;
        v_ordinary := v_holds;
    END IF;

    IF NOT v_ordinary THEN
        RETURN QUERY SELECT * FROM ledger.append_one_by_one(
            v_head, v_base, p_stream_ids, p_stream_types, p_last_parts, p_last_events, p_part_streams,
            p_part_expected, p_part_events, p_event_streams, p_event_ids, p_event_types, p_event_data, p_event_users,
            p_event_causations, p_event_correlations, p_event_headers, p_accounts, p_keys, p_fingerprints, p_outcomes,
            p_key_streams);
        RETURN;
    END IF;

    IF cardinality(p_event_ids) > 0 THEN
        INSERT INTO ledger.mt_events (
            seq_id, id, stream_id, version, data, type, timestamp, correlation_id, causation_id, headers, user_name)
        SELECT v_head + e.number, e.id, p_stream_ids[e.stream], v_versions[e.stream] + e.ordinal, e.data, e.type,
            v_base + (e.number - 1) * interval '1 microsecond', e.correlation, e.causation, e.headers, e.actor
        FROM (
            SELECT generate_series(1, cardinality(p_event_ids)) AS number, unnest(p_event_ids) AS id,
                unnest(p_event_streams) AS stream, unnest(p_event_ordinals) AS ordinal, unnest(p_event_data) AS data,
                unnest(p_event_types) AS type, unnest(p_event_correlations) AS correlation,
                unnest(p_event_causations) AS causation, unnest(p_event_headers) AS headers, unnest(p_event_users) AS actor) e;

        UPDATE ledger.mt_streams s
        SET version = w.before + w.events, timestamp = v_base + (w.last - 1) * interval '1 microsecond'
        FROM (
            SELECT unnest(v_places) AS place, unnest(v_versions) AS before, unnest(p_part_events) AS events,
                unnest(p_stream_last) AS last) w
        WHERE s.ctid = w.place AND w.last IS NOT NULL;

        IF 0 = ANY (v_versions) THEN
            INSERT INTO ledger.mt_streams (id, type, version, timestamp, created)
            SELECT w.id, w.type, w.events, v_base + (w.last - 1) * interval '1 microsecond',
                v_base + (w.first - 1) * interval '1 microsecond'
            FROM (
                SELECT unnest(p_stream_ids) AS id, unnest(p_stream_types) AS type, unnest(v_versions) AS before,
                    unnest(p_part_events) AS events, unnest(p_stream_first) AS first, unnest(p_stream_last) AS last) w
            WHERE w.before = 0 AND w.last IS NOT NULL;
        END IF;
    END IF;

    IF p_keys IS NOT NULL THEN
        INSERT INTO ledger.idempotency (account, key, fingerprint, outcome, streams, versions, position, recorded_at)
        SELECT a.account, a.key, a.fingerprint, a.outcome,
            -- Most write to one stream, and a query for each would cost more than its row.
            CASE WHEN a.parts = 1 THEN ARRAY[p_stream_ids[a.last_part]] ELSE a.streams::text[] END,
            CASE WHEN a.parts = 1
                THEN ARRAY[v_versions[a.last_part] + p_part_events[a.last_part]]
                ELSE ARRAY(SELECT v_versions[n] + p_part_events[n] FROM generate_series(a.last_part - a.parts + 1, a.last_part) n)
            END,
            v_head + a.last_event,
            -- Of the last event; without one, of what would have come next.
            v_base + (a.last_event - least(a.events, 1)) * interval '1 microsecond'
        FROM (
            SELECT k.account, k.key, k.fingerprint, k.outcome, k.streams, k.last_part, k.last_event,
                k.last_part - coalesce(k.part_before, 0) AS parts, k.last_event - coalesce(k.event_before, 0) AS events
            FROM (
                SELECT unnest(p_accounts) AS account, unnest(p_keys) AS key, unnest(p_fingerprints) AS fingerprint,
                    unnest(p_outcomes) AS outcome, unnest(p_key_streams) AS streams,
                    unnest(p_last_parts) AS last_part, unnest(p_last_events) AS last_event,
                    unnest(0 || p_last_parts) AS part_before, unnest(0 || p_last_events) AS event_before) k) a
        WHERE a.key IS NOT NULL;
    END IF;

    append := 0;
    kind := 'batch';
    head := v_head;
    recorded_at := v_base;
    versions := v_versions;
    RETURN NEXT;

    IF cardinality(p_event_ids) > 0 THEN
        -- Last, since a sequence does not roll back: it may stand above the highest position for a while, never below.
        PERFORM setval('ledger.mt_events_sequence', v_head + cardinality(p_event_ids));
        PERFORM pg_notify('ledger_appended', (v_head + cardinality(p_event_ids))::text);
    END IF;
END
$$;

GRANT EXECUTE ON FUNCTION ledger.begin_append, ledger.append_one_by_one, ledger.append TO ledger_app;
