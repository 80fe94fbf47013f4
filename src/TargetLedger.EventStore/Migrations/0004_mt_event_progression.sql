-- Marten looks for this table; TargetLedger keeps its own checkpoints in boards.projections.
CREATE TABLE ledger.mt_event_progression (
    name varchar NOT NULL,
    last_seq_id bigint,
    last_updated timestamptz DEFAULT transaction_timestamp(),
    CONSTRAINT pk_mt_event_progression PRIMARY KEY (name)
);

REVOKE ALL ON ledger.mt_event_progression FROM PUBLIC;
GRANT SELECT ON ledger.mt_event_progression TO ledger_app, ledger_projector, ledger_reader;
