INSERT INTO boards.plan_tasks{suffix} (
    plan, ordinal, section, number, title)
SELECT *
FROM unnest(
    $1::text[], $2::int[], $3::int[], $4::text[], $5::text[])
