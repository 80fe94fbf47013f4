INSERT INTO boards.commitment_quotas{suffix} (
    commitment, ordinal, division, unit, value)
SELECT *
FROM unnest(
    $1::text[], $2::int[], $3::int[], $4::text[], $5::numeric[])
