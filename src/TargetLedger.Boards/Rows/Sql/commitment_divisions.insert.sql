INSERT INTO boards.commitment_divisions{suffix} (
    commitment, ordinal, unit, from_day, way, unit_group, own_share, member_cadence, member_days)
SELECT *
FROM unnest(
    $1::text[], $2::int[], $3::text[], $4::date[], $5::text[], $6::text[], $7::numeric[], $8::text[], $9::text[])
