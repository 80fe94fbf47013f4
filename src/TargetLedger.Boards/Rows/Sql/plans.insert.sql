INSERT INTO boards.plans{suffix} (
    plan, code, title, issuer, issued_on, period_start, period_end, document_number, commitments, version)
SELECT *
FROM unnest(
    $1::text[], $2::text[], $3::text[], $4::text[], $5::date[], $6::date[], $7::date[], $8::text[], $9::int[],
    $10::bigint[])
