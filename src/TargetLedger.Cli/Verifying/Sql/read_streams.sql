SELECT id, type, version, timestamp, created FROM ledger.mt_streams
