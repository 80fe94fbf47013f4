-- Columns and names are those Marten 9 expects with its metadata switched on. Its foreign key to mt_streams is left out:
-- that key cascades deletes, which an append-only ledger must not.
CREATE TABLE ledger.mt_events (
    seq_id bigint NOT NULL,
    id uuid NOT NULL,
    stream_id varchar,
    version bigint NOT NULL,
    data jsonb NOT NULL,
    bdata bytea NULL,
    type varchar(500) NOT NULL,
    timestamp timestamptz NOT NULL,
    tenant_id varchar DEFAULT '*DEFAULT*',
    mt_dotnet_type varchar NULL,
    correlation_id varchar NULL,
    causation_id varchar NULL,
    headers jsonb NULL,
    user_name varchar NULL,
    is_archived boolean DEFAULT false,
    CONSTRAINT pkey_mt_events_seq_id PRIMARY KEY (seq_id)
);

CREATE UNIQUE INDEX pk_mt_events_stream_and_version ON ledger.mt_events (stream_id, version);

-- An event id is used once: the guard of callers that retry without a key, and the way from an id in a report to its event.
-- Ids are UUIDv7, so the index grows at its right edge.
CREATE UNIQUE INDEX mt_events_id_once ON ledger.mt_events (id);

CREATE SEQUENCE ledger.mt_events_sequence AS bigint OWNED BY ledger.mt_events.seq_id;

REVOKE ALL ON ledger.mt_events FROM PUBLIC;
REVOKE ALL ON SEQUENCE ledger.mt_events_sequence FROM PUBLIC;
GRANT SELECT ON ledger.mt_events TO ledger_app, ledger_projector, ledger_reader;
GRANT INSERT (seq_id, id, stream_id, version, data, type, timestamp, correlation_id, causation_id, headers, user_name)
    ON ledger.mt_events TO ledger_app;
GRANT SELECT ON SEQUENCE ledger.mt_events_sequence TO ledger_app, ledger_projector, ledger_reader;
GRANT UPDATE ON SEQUENCE ledger.mt_events_sequence TO ledger_app;

CREATE TRIGGER mt_events_append_only BEFORE UPDATE OR DELETE ON ledger.mt_events FOR EACH ROW
EXECUTE FUNCTION ledger.refuse_change();

CREATE TRIGGER mt_events_no_truncate BEFORE TRUNCATE ON ledger.mt_events FOR EACH STATEMENT
EXECUTE FUNCTION ledger.refuse_change();

ALTER TABLE ledger.mt_events
    ENABLE ALWAYS TRIGGER mt_events_append_only,
    ENABLE ALWAYS TRIGGER mt_events_no_truncate;
