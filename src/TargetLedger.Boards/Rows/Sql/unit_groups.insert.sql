INSERT INTO boards.unit_groups{suffix} (
    unit_group, name, is_open, version)
SELECT *
FROM unnest(
    $1::text[], $2::text[], $3::boolean[], $4::bigint[])
