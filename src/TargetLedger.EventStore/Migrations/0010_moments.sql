-- The number of the last event stamped at or before a moment; 0 before the first. Timestamps grow with positions, so it
-- is found by halving the interval of positions: no index on timestamps need be kept.
CREATE FUNCTION ledger.position_at(p_moment timestamptz) RETURNS bigint
LANGUAGE plpgsql STABLE SECURITY INVOKER
SET search_path = pg_catalog, pg_temp
SET enable_seqscan = off
AS $$
DECLARE
    v_low bigint := 0;       -- stamped at or before the moment, or 0
    v_high bigint;           -- stamped after it, or one past the last
    v_middle bigint;
    v_at timestamptz;
BEGIN
    SELECT e.seq_id, e.timestamp INTO v_high, v_at FROM ledger.mt_events e ORDER BY e.seq_id DESC LIMIT 1;
    IF v_high IS NULL OR v_at <= p_moment THEN
        RETURN coalesce(v_high, 0);
    END IF;
    WHILE v_high - v_low > 1 LOOP
        v_middle := v_low + (v_high - v_low) / 2;
        SELECT e.timestamp INTO STRICT v_at FROM ledger.mt_events e WHERE e.seq_id = v_middle;
        IF v_at <= p_moment THEN
            v_low := v_middle;
        ELSE
            v_high := v_middle;
        END IF;
    END LOOP;
    RETURN v_low;
END
$$;

-- The same, but null while an event may still be stamped at or before the moment: the last event is earlier, and nobody was
-- told the state of that moment or a later one.
CREATE FUNCTION ledger.settled_position_at(p_moment timestamptz) RETURNS bigint
LANGUAGE sql STABLE SECURITY INVOKER
SET search_path = pg_catalog, pg_temp
AS $$
    SELECT CASE WHEN p_moment <= (SELECT f.moment FROM ledger.moment_fence f)
                  OR p_moment <= (SELECT e.timestamp FROM ledger.mt_events e ORDER BY e.seq_id DESC LIMIT 1)
                THEN ledger.position_at(p_moment) END
$$;

-- Sees to it that no later event is stamped at or before the moment, then answers. The lock waits for appends under way,
-- and the fence is read by all that follow; each statement sees what was committed before the lock was given.
CREATE FUNCTION ledger.settle_moment(p_moment timestamptz) RETURNS bigint
LANGUAGE plpgsql VOLATILE SECURITY INVOKER
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF current_setting('transaction_isolation') <> 'read committed' THEN
        RAISE EXCEPTION 'settle_moment needs READ COMMITTED' USING ERRCODE = 'TL004';
    END IF;
    PERFORM pg_advisory_xact_lock(ledger.append_lock());
    UPDATE ledger.moment_fence SET moment = p_moment WHERE moment < p_moment;
    RETURN ledger.position_at(p_moment);
END
$$;

GRANT EXECUTE ON FUNCTION ledger.position_at, ledger.settled_position_at TO ledger_app, ledger_projector, ledger_reader;
GRANT EXECUTE ON FUNCTION ledger.settle_moment TO ledger_app;
