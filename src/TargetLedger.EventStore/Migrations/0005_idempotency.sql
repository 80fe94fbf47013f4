-- What was answered to a request that came with a key; kept for ever, in the transaction of its events.
CREATE TABLE ledger.idempotency (
    account text NOT NULL,
    key text NOT NULL,
    fingerprint bytea NOT NULL,
    outcome jsonb NOT NULL,
    streams text[] NOT NULL,
    versions bigint[] NOT NULL,
    position bigint NOT NULL,
    recorded_at timestamptz NOT NULL,
    CONSTRAINT idempotency_pkey PRIMARY KEY (account, key),
    CONSTRAINT idempotency_version_per_stream CHECK (cardinality(streams) = cardinality(versions))
);

REVOKE ALL ON ledger.idempotency FROM PUBLIC;
GRANT SELECT ON ledger.idempotency TO ledger_app, ledger_projector, ledger_reader;
GRANT INSERT ON ledger.idempotency TO ledger_app;

CREATE TRIGGER idempotency_append_only BEFORE UPDATE OR DELETE ON ledger.idempotency FOR EACH ROW
EXECUTE FUNCTION ledger.refuse_change();

CREATE TRIGGER idempotency_no_truncate BEFORE TRUNCATE ON ledger.idempotency FOR EACH STATEMENT
EXECUTE FUNCTION ledger.refuse_change();

ALTER TABLE ledger.idempotency
    ENABLE ALWAYS TRIGGER idempotency_append_only,
    ENABLE ALWAYS TRIGGER idempotency_no_truncate;
