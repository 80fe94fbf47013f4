SELECT bytes FROM ledger.original_files WHERE sha256 = $1
