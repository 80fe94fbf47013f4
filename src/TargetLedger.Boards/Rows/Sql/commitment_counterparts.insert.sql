INSERT INTO boards.commitment_counterparts{suffix} (
    commitment, ordinal, ledger, theirs, total, through, position, hash, source, received_at, received_on)
SELECT *
FROM unnest(
    $1::text[], $2::int[], $3::text[], $4::text[], $5::numeric[], $6::date[], $7::bigint[], $8::text[],
    $9::text[], $10::bigint[], $11::date[])
