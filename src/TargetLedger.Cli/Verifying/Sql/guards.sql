-- The triggers that keep the ledger append-only; A: fires whatever session_replication_role says.
SELECT wanted.relation, wanted.name, coalesce(t.tgenabled = 'A', false) AS stands
FROM (VALUES
        ('ledger.mt_events', 'mt_events_append_only'),
        ('ledger.mt_events', 'mt_events_no_truncate'),
        ('ledger.mt_streams', 'mt_streams_moves_forward'),
        ('ledger.mt_streams', 'mt_streams_no_delete'),
        ('ledger.mt_streams', 'mt_streams_no_truncate'),
        ('ledger.idempotency', 'idempotency_append_only'),
        ('ledger.idempotency', 'idempotency_no_truncate'),
        ('ledger.original_files', 'original_files_append_only'),
        ('ledger.original_files', 'original_files_no_truncate')) AS wanted (relation, name)
LEFT JOIN pg_catalog.pg_trigger t ON t.tgrelid = to_regclass(wanted.relation) AND t.tgname = wanted.name
