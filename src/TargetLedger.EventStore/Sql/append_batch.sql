SELECT append, kind, first_position, last_position, recorded_at, versions, conflict_part, actual, fingerprint, outcome, streams
FROM ledger.append_batch(
    $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)
