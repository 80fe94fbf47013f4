INSERT INTO boards.commitment_responsibles{suffix} (
    commitment, ordinal, from_day, role, unit, unit_group, side, inferred)
SELECT *
FROM unnest(
    $1::text[], $2::int[], $3::date[], $4::text[], $5::text[], $6::text[], $7::text[], $8::boolean[])
