INSERT INTO boards.drafts{suffix} (
    draft, commitment, unit, status, drafted_at, closed_at, version)
SELECT *
FROM unnest(
    $1::text[], $2::text[], $3::text[], $4::text[], $5::bigint[], $6::bigint[], $7::bigint[])
