SELECT
    commitment, ordinal, report, unit, period_start, period_end, through, amount, total, no_progress, progress, status,
    verified_total, corrections, position, changed_at, reported_on, changed_on, return_reason,
    counted_from, returned_by, reviewed_by, returned_at, evidence, classes
FROM boards.commitment_reports{suffix}
WHERE commitment = ANY ($1)
ORDER BY commitment, ordinal
