-- What a numbered script cannot do for itself, because it runs as ledger_owner: the schemas and the database's own rights.
DO $$
BEGIN
    EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO ledger_app, ledger_projector, ledger_reader', current_database());
END
$$;

REVOKE ALL ON SCHEMA public FROM PUBLIC;

CREATE SCHEMA IF NOT EXISTS ledger AUTHORIZATION ledger_owner;
CREATE SCHEMA IF NOT EXISTS boards AUTHORIZATION ledger_projector;

REVOKE ALL ON SCHEMA ledger FROM PUBLIC;
REVOKE ALL ON SCHEMA boards FROM PUBLIC;
GRANT USAGE ON SCHEMA ledger TO ledger_app, ledger_projector, ledger_reader;
GRANT USAGE ON SCHEMA boards TO ledger_app, ledger_reader;

-- Functions are executable by everybody unless that is taken away for their maker as a whole.
ALTER DEFAULT PRIVILEGES FOR ROLE ledger_owner REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

-- A projection's tables are made by ledger_projector or by a login that belongs to it; either way the others can read them.
ALTER DEFAULT PRIVILEGES FOR ROLE ledger_projector IN SCHEMA boards GRANT SELECT ON TABLES TO ledger_app, ledger_reader;
ALTER DEFAULT PRIVILEGES FOR ROLE ledger_server IN SCHEMA boards GRANT SELECT ON TABLES TO ledger_app, ledger_reader;
ALTER DEFAULT PRIVILEGES FOR ROLE ledger_server IN SCHEMA boards GRANT ALL ON TABLES TO ledger_projector;

CREATE TABLE IF NOT EXISTS ledger.schema_versions (
    version int NOT NULL,
    name text NOT NULL,
    sha256 bytea NOT NULL,
    applied_at timestamptz NOT NULL DEFAULT transaction_timestamp(),
    CONSTRAINT schema_versions_pkey PRIMARY KEY (version)
);
ALTER TABLE ledger.schema_versions OWNER TO ledger_owner;
GRANT SELECT ON ledger.schema_versions TO ledger_app, ledger_projector, ledger_reader;
