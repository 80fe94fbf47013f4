SELECT
    commitment, ordinal, standing, from_day, until_day
FROM boards.commitment_spells{suffix}
WHERE commitment = ANY ($1)
ORDER BY commitment, ordinal
