INSERT INTO boards.commitment_reports{suffix} (
    commitment, ordinal, report, unit, period_start, period_end, through, amount, total, no_progress, progress, status,
    verified_total, corrections, position, changed_at, reported_on, changed_on, return_reason,
    counted_from, returned_by, reviewed_by, returned_at, evidence, classes)
SELECT *
FROM unnest(
    $1::text[], $2::int[], $3::uuid[], $4::text[], $5::date[], $6::date[], $7::date[], $8::numeric[], $9::numeric[],
    $10::boolean[], $11::text[], $12::text[], $13::numeric[], $14::int[], $15::bigint[], $16::bigint[], $17::date[],
    $18::date[], $19::text[], $20::text[], $21::text[], $22::text[], $23::bigint[], $24::text[], $25::text[])
ON CONFLICT (commitment, ordinal) DO UPDATE SET (
    report, unit, period_start, period_end, through, amount, total, no_progress, progress, status,
    verified_total, corrections, position, changed_at, reported_on, changed_on, return_reason,
    counted_from, returned_by, reviewed_by, returned_at, evidence, classes)
= ROW (
    excluded.report, excluded.unit, excluded.period_start, excluded.period_end, excluded.through,
    excluded.amount, excluded.total, excluded.no_progress, excluded.progress, excluded.status,
    excluded.verified_total, excluded.corrections, excluded.position, excluded.changed_at,
    excluded.reported_on, excluded.changed_on, excluded.return_reason, excluded.counted_from, excluded.returned_by, excluded.reviewed_by,
    excluded.returned_at, excluded.evidence, excluded.classes)
