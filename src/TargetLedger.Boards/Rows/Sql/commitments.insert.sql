INSERT INTO boards.commitments{suffix} (
    commitment, plan, section, task, ordinal, number, title, cadence, strength, measure_name, measure_unit,
    measure_kind, measure_definition, measure_data_source, measure_may_overlap, pace_start, claim_unit, claim_completed_on, claim_position, claimed_on, made_on, earlier_duties, version)
SELECT *
FROM unnest(
    $1::text[], $2::text[], $3::text[], $4::text[], $5::int[], $6::text[], $7::text[], $8::text[], $9::text[],
    $10::text[], $11::text[], $12::text[], $13::text[], $14::text[], $15::boolean[], $16::date[], $17::text[],
    $18::date[], $19::bigint[], $20::date[], $21::date[], $22::text[], $23::bigint[])
ON CONFLICT (commitment) DO UPDATE SET (
    plan, section, task, ordinal, number, title, cadence, strength, measure_name, measure_unit, measure_kind,
    measure_definition, measure_data_source, measure_may_overlap, pace_start, claim_unit, claim_completed_on, claim_position, claimed_on, made_on, earlier_duties, version)
= ROW (
    excluded.plan, excluded.section, excluded.task, excluded.ordinal, excluded.number, excluded.title,
    excluded.cadence, excluded.strength, excluded.measure_name, excluded.measure_unit, excluded.measure_kind,
    excluded.measure_definition, excluded.measure_data_source, excluded.measure_may_overlap,
    excluded.pace_start, excluded.claim_unit, excluded.claim_completed_on, excluded.claim_position, excluded.claimed_on,
    excluded.made_on, excluded.earlier_duties, excluded.version)
