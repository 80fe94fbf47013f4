SELECT
    commitment, ordinal, ledger, theirs, total, through, position, hash, source, received_at, received_on
FROM boards.commitment_counterparts{suffix}
WHERE commitment = ANY ($1)
ORDER BY commitment, ordinal
