SELECT
    commitment, ordinal, division, unit, value
FROM boards.commitment_quotas{suffix}
WHERE commitment = ANY ($1)
ORDER BY commitment, ordinal
