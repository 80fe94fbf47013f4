SELECT
    commitment, ordinal, unit, period_start, period_end, due, position
FROM boards.commitment_missed_periods{suffix}
WHERE commitment = ANY ($1)
ORDER BY commitment, ordinal
