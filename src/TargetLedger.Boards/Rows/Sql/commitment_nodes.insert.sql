INSERT INTO boards.commitment_nodes{suffix} (
    commitment, ordinal, node, name, planned, sign, weight, confirmed_on)
SELECT *
FROM unnest(
    $1::text[], $2::int[], $3::text[], $4::text[], $5::date[], $6::text[], $7::numeric[], $8::date[])
