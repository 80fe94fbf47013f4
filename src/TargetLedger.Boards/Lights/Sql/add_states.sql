INSERT INTO boards.light_states{suffix} AS known (number, state)
SELECT *
FROM unnest($1::int[], $2::bytea[])
ON CONFLICT ON CONSTRAINT light_states{suffix}_pkey DO UPDATE SET state = excluded.state
