SELECT
    plan, ordinal, section, number, title
FROM boards.plan_tasks{suffix}
ORDER BY plan, ordinal
