INSERT INTO boards.commitment_periods{suffix} (
    commitment, ordinal, from_day, period_start, period_end)
SELECT *
FROM unnest(
    $1::text[], $2::int[], $3::date[], $4::date[], $5::date[])
