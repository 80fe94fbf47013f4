SELECT
    commitment, ordinal, kind, unit, cutoff, until_day, reason, authority, granted_on, position
FROM boards.commitment_leaves{suffix}
WHERE commitment = ANY ($1)
ORDER BY commitment, ordinal
