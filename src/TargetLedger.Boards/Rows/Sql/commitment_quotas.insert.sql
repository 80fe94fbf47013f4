INSERT INTO boards.commitment_quotas{suffix} (
    commitment, ordinal, unit, value)
SELECT *
FROM unnest(
    $1::text[], $2::int[], $3::text[], $4::numeric[])
