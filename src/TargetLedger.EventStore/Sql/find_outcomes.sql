SELECT k.number::int, i.fingerprint, i.outcome, i.streams, i.versions, i.position, i.recorded_at
FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS k (account, key, number)
JOIN ledger.idempotency i ON i.account = k.account AND i.key = k.key
