SELECT
    plan, ordinal, number, title
FROM boards.plan_sections{suffix}
ORDER BY plan, ordinal
