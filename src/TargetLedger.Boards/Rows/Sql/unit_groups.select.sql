SELECT
    unit_group, name, is_open, version
FROM boards.unit_groups{suffix}
ORDER BY unit_group
