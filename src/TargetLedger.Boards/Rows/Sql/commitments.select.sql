-- A condition whose parameter is null does not hold anybody back. By unit and group it lets through who may answer on some
-- day; which day is asked for is judged on the answer.
SELECT
    c.commitment, c.plan, c.section, c.task, c.ordinal, c.number, c.title, c.cadence, c.strength, c.measure_name, c.measure_unit,
    c.measure_kind, c.measure_definition, c.measure_data_source, c.measure_may_overlap, c.pace_start, c.claim_unit, c.claim_completed_on, c.claim_position, c.claimed_on, c.made_on, c.earlier_duties, c.version
FROM boards.commitments{suffix} c
JOIN boards.plans{suffix} p ON p.plan = c.plan AND p.commitments IS NOT NULL
WHERE ($1::text IS NULL OR $1 IN (p.code, p.plan))
    AND ($2::text IS NULL OR c.section = $2)
    AND ($3::text[] IS NULL OR c.commitment IN (
        SELECT r.commitment
        FROM boards.commitment_responsibles{suffix} r
        WHERE r.unit = ANY ($3)
            OR r.unit_group IN (SELECT m.unit_group FROM boards.group_members{suffix} m WHERE m.unit = ANY ($3))
        UNION ALL
        SELECT a.commitment
        FROM boards.commitment_divisions{suffix} a
        WHERE a.unit_group IN (SELECT m.unit_group FROM boards.group_members{suffix} m WHERE m.unit = ANY ($3))
        UNION ALL
        SELECT s.commitment
        FROM boards.commitment_reports{suffix} s
        WHERE s.unit = ANY ($3) AND s.status = 'returned'))
    AND ($4::text IS NULL OR c.commitment IN (
        SELECT a.commitment
        FROM boards.commitment_divisions{suffix} a
        WHERE a.unit_group = $4
        UNION ALL
        SELECT r.commitment
        FROM boards.commitment_responsibles{suffix} r
        WHERE r.unit_group = $4
            OR r.unit IN (SELECT m.unit FROM boards.group_members{suffix} m WHERE m.unit_group = $4)))
    AND ($5::text[] IS NULL OR c.commitment = ANY ($5))
