-- The next commitments in order of their streams; a condition whose parameter is null does not hold anybody back.
SELECT c.commitment
FROM boards.commitments{suffix} c
JOIN boards.plans{suffix} p ON p.plan = c.plan AND p.commitments IS NOT NULL
WHERE c.commitment > $1
    AND ($2::text IS NULL OR $2 IN (p.code, p.plan))
    AND ($3::text IS NULL OR c.section = $3)
    AND ($4::date IS NULL OR EXISTS (
        SELECT FROM boards.commitment_periods{suffix} q WHERE q.commitment = c.commitment AND q.period_end >= $4))
ORDER BY c.commitment
LIMIT $5
