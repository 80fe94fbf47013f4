SELECT
    rules, ordinal, position, plan, name, effective_from, authority, light_by, yellow_to, pace_by, counted_amount,
    approx_tolerance_percent, ahead_from_points, overdue_grace_days, node_grace_days, node_yellow_days, green_to, undefined_to, pace_curve
FROM boards.rules_versions{suffix}
ORDER BY rules, ordinal
