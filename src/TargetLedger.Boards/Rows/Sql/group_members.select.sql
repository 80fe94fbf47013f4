SELECT
    unit_group, ordinal, unit, from_day, to_day, recorded_on, end_recorded_on
FROM boards.group_members{suffix}
ORDER BY unit_group, ordinal
