SELECT
    commitment, ordinal, from_day, role, unit, unit_group, side, inferred
FROM boards.commitment_responsibles{suffix}
WHERE commitment = ANY ($1)
ORDER BY commitment, ordinal
