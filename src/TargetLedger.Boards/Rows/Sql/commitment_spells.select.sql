SELECT
    commitment, ordinal, standing, from_day, until_day, recorded_on, end_recorded_on
FROM boards.commitment_spells{suffix}
WHERE commitment = ANY ($1)
ORDER BY commitment, ordinal
