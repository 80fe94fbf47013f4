-- Documents as they were sent, kept under their hash: the same file twice is one row, and no row ever changes.
CREATE TABLE ledger.original_files (
    sha256 bytea NOT NULL,
    bytes bytea NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT original_files_pkey PRIMARY KEY (sha256),
    CONSTRAINT original_files_hash_of_bytes CHECK (sha256 = pg_catalog.sha256(bytes)),
    CONSTRAINT original_files_size CHECK (octet_length(bytes) BETWEEN 1 AND 20971520)
);

-- What offices send is compressed already.
ALTER TABLE ledger.original_files ALTER COLUMN bytes SET STORAGE EXTERNAL;

REVOKE ALL ON ledger.original_files FROM PUBLIC;
GRANT SELECT ON ledger.original_files TO ledger_app, ledger_projector, ledger_reader;
GRANT INSERT ON ledger.original_files TO ledger_app;

CREATE TRIGGER original_files_append_only BEFORE UPDATE OR DELETE ON ledger.original_files FOR EACH ROW
EXECUTE FUNCTION ledger.refuse_change();

CREATE TRIGGER original_files_no_truncate BEFORE TRUNCATE ON ledger.original_files FOR EACH STATEMENT
EXECUTE FUNCTION ledger.refuse_change();

ALTER TABLE ledger.original_files
    ENABLE ALWAYS TRIGGER original_files_append_only,
    ENABLE ALWAYS TRIGGER original_files_no_truncate;
