INSERT INTO boards.group_members{suffix} (
    unit_group, ordinal, unit, from_day, to_day, recorded_on, end_recorded_on)
SELECT *
FROM unnest(
    $1::text[], $2::int[], $3::text[], $4::date[], $5::date[], $6::date[], $7::date[])
