-- Who has the append lock and waits for his client, and how far he has got. A single call of ledger.append never waits so;
-- a large batch does between two blocks, for moments. Of a process that was stopped, or a machine that went away, neither
-- the state nor the bytes move.
SELECT a.pid, a.state_change, coalesce(c.bytes_processed, 0)
FROM pg_catalog.pg_locks l
JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid
LEFT JOIN pg_catalog.pg_stat_progress_copy c ON c.pid = a.pid
WHERE l.locktype = 'advisory' AND l.granted AND a.datname = current_database() AND l.database = a.datid
    AND (l.classid::bigint << 32) + l.objid::bigint = ledger.append_lock() AND l.objsubid = 1
    AND a.wait_event_type = 'Client'
