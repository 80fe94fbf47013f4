INSERT INTO boards.light_changes{suffix} AS known (block, changes)
SELECT *
FROM unnest($1::bigint[], $2::bytea[])
ON CONFLICT ON CONSTRAINT light_changes{suffix}_pkey DO UPDATE SET changes = known.changes || excluded.changes
