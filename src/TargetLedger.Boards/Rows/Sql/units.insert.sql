INSERT INTO boards.units{suffix} (
    unit, name, kind, credit_code, region_code, version)
SELECT *
FROM unnest(
    $1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::bigint[])
