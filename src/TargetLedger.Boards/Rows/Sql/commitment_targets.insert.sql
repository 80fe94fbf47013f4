INSERT INTO boards.commitment_targets{suffix} (
    commitment, ordinal, from_day, bound, value, as_written, upper, tolerance_percent, baseline, growth_in)
SELECT *
FROM unnest(
    $1::text[], $2::int[], $3::date[], $4::text[], $5::numeric[], $6::text[], $7::numeric[], $8::numeric[],
    $9::numeric[], $10::text[])
