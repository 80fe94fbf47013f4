INSERT INTO boards.rules_versions{suffix} (
    rules, ordinal, name, effective_from, authority, light_by, yellow_to, pace_by, counted_amount,
    approx_tolerance_percent, ahead_from_points, overdue_grace_days, node_grace_days, node_yellow_days)
SELECT *
FROM unnest(
    $1::text[], $2::int[], $3::text[], $4::date[], $5::text[], $6::text[], $7::numeric[], $8::text[], $9::text[],
    $10::numeric[], $11::numeric[], $12::int[], $13::int[], $14::int[])
