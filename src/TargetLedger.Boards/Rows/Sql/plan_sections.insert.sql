INSERT INTO boards.plan_sections{suffix} (
    plan, ordinal, number, title)
SELECT *
FROM unnest(
    $1::text[], $2::int[], $3::text[], $4::text[])
