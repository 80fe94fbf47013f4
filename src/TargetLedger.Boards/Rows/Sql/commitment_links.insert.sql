INSERT INTO boards.commitment_links{suffix} (
    commitment, ordinal, link, link_end, other, from_day, until_day, units, authority, recorded_on)
SELECT *
FROM unnest(
    $1::text[], $2::int[], $3::uuid[], $4::text[], $5::text[], $6::date[], $7::date[], $8::text[], $9::text[], $10::date[])
