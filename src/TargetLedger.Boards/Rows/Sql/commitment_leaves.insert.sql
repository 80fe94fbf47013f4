INSERT INTO boards.commitment_leaves{suffix} (
    commitment, ordinal, kind, unit, cutoff, until_day, reason, authority, granted_on, position)
SELECT *
FROM unnest(
    $1::text[], $2::int[], $3::text[], $4::text[], $5::date[], $6::date[], $7::text[], $8::text[], $9::date[], $10::bigint[])
