INSERT INTO boards.commitment_missed_periods{suffix} (
    commitment, ordinal, unit, period_start, period_end, due, position)
SELECT *
FROM unnest(
    $1::text[], $2::int[], $3::text[], $4::date[], $5::date[], $6::date[], $7::bigint[])
