SELECT
    unit, ordinal, alias
FROM boards.unit_aliases{suffix}
ORDER BY unit, ordinal
