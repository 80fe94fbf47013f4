SELECT
    commitment, ordinal, joint_target, name, office, bound, value, as_written, upper, tolerance_percent,
    baseline, growth_in, claim_unit, claim_completed_on, claim_position, claimed_on, accepted_on
FROM boards.commitment_sides{suffix}
WHERE commitment = ANY ($1)
ORDER BY commitment, ordinal
