INSERT INTO boards.commitment_sides{suffix} (
    commitment, ordinal, joint_target, name, office, bound, value, as_written, upper, tolerance_percent,
    baseline, growth_in, claim_unit, claim_completed_on, claim_position, claimed_on, accepted_on)
SELECT *
FROM unnest(
    $1::text[], $2::int[], $3::text[], $4::text[], $5::text[], $6::text[], $7::numeric[], $8::text[],
    $9::numeric[], $10::numeric[], $11::numeric[], $12::text[], $13::text[], $14::date[], $15::bigint[],
    $16::date[], $17::date[])
