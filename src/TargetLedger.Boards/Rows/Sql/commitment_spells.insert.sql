INSERT INTO boards.commitment_spells{suffix} (
    commitment, ordinal, standing, from_day, until_day, recorded_on, end_recorded_on)
SELECT *
FROM unnest(
    $1::text[], $2::int[], $3::text[], $4::date[], $5::date[], $6::date[], $7::date[])
