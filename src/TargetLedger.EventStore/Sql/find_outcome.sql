SELECT fingerprint, outcome, streams, versions, position, recorded_at
FROM ledger.idempotency
WHERE account = $1 AND key = $2
