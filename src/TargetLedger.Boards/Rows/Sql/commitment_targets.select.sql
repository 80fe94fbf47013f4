SELECT
    commitment, ordinal, from_day, bound, value, as_written, upper, tolerance_percent, baseline, growth_in
FROM boards.commitment_targets{suffix}
WHERE commitment = ANY ($1)
ORDER BY commitment, ordinal
