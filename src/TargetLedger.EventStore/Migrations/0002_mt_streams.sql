-- Columns, names and defaults are those Marten 9 expects; a Marten host would drop any other column.
CREATE TABLE ledger.mt_streams (
    id varchar NOT NULL,
    type varchar NULL,
    version bigint,
    timestamp timestamptz NOT NULL DEFAULT now(),
    created timestamptz NOT NULL DEFAULT now(),
    tenant_id varchar DEFAULT '*DEFAULT*',
    is_archived boolean DEFAULT false,
    CONSTRAINT pkey_mt_streams_id PRIMARY KEY (id)
) WITH (fillfactor = 70);  -- room for the next version on the same page: the update then touches no index

REVOKE ALL ON ledger.mt_streams FROM PUBLIC;
GRANT SELECT ON ledger.mt_streams TO ledger_app, ledger_projector, ledger_reader;
GRANT INSERT (id, type, version, timestamp, created), UPDATE (version, timestamp) ON ledger.mt_streams TO ledger_app;

-- The condition stands in WHEN so that the ordinary update calls no function. Row triggers, since logical replication fires
-- no others; ALWAYS, since session_replication_role = replica passes the rest.
CREATE TRIGGER mt_streams_moves_forward BEFORE UPDATE ON ledger.mt_streams FOR EACH ROW
WHEN ((NEW.version > OLD.version AND NEW.timestamp > OLD.timestamp
       AND NEW.id = OLD.id AND NEW.created = OLD.created
       AND NEW.type IS NOT DISTINCT FROM OLD.type
       AND NEW.tenant_id IS NOT DISTINCT FROM OLD.tenant_id
       AND NEW.is_archived IS NOT DISTINCT FROM OLD.is_archived) IS NOT TRUE)
EXECUTE FUNCTION ledger.refuse_stream_change();

CREATE TRIGGER mt_streams_no_delete BEFORE DELETE ON ledger.mt_streams FOR EACH ROW
EXECUTE FUNCTION ledger.refuse_change();

CREATE TRIGGER mt_streams_no_truncate BEFORE TRUNCATE ON ledger.mt_streams FOR EACH STATEMENT
EXECUTE FUNCTION ledger.refuse_change();

ALTER TABLE ledger.mt_streams
    ENABLE ALWAYS TRIGGER mt_streams_moves_forward,
    ENABLE ALWAYS TRIGGER mt_streams_no_delete,
    ENABLE ALWAYS TRIGGER mt_streams_no_truncate;
