SELECT
    commitment, ordinal, from_day, period_start, period_end
FROM boards.commitment_periods{suffix}
WHERE commitment = ANY ($1)
ORDER BY commitment, ordinal
