INSERT INTO boards.rules_versions{suffix} (
    rules, ordinal, position, plan, name, effective_from, authority, light_by, yellow_to, pace_by, counted_amount,
    approx_tolerance_percent, ahead_from_points, overdue_grace_days, node_grace_days, node_yellow_days, green_to, undefined_to, pace_curve)
SELECT *
FROM unnest(
    $1::text[], $2::int[], $3::bigint[], $4::text[], $5::text[], $6::date[], $7::text[], $8::text[], $9::numeric[],
    $10::text[], $11::text[], $12::numeric[], $13::numeric[], $14::int[], $15::int[], $16::int[], $17::numeric[], $18::numeric[], $19::text[])
