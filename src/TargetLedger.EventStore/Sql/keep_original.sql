-- The same bytes kept before are the same row: there is nothing to change in it.
INSERT INTO ledger.original_files (sha256, bytes) VALUES ($1, $2) ON CONFLICT ON CONSTRAINT original_files_pkey DO NOTHING
