SELECT
    unit, name, kind, credit_code, region_code, version
FROM boards.units{suffix}
ORDER BY unit
