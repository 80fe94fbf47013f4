INSERT INTO boards.light_commitments{suffix} (number, position, commitment, plan, section, task, ordinal)
SELECT *
FROM unnest($1::int[], $2::bigint[], $3::text[], $4::text[], $5::text[], $6::text[], $7::int[])
