INSERT INTO boards.unit_aliases{suffix} (
    unit, ordinal, alias)
SELECT *
FROM unnest(
    $1::text[], $2::int[], $3::text[])
