SELECT
    commitment, ordinal, unit, from_day, way, unit_group, own_share, member_cadence, member_days
FROM boards.commitment_divisions{suffix}
WHERE commitment = ANY ($1)
ORDER BY commitment, ordinal
