DELETE FROM boards.{table}{suffix} t
USING unnest($1::text[], $2::int[]) AS gone (owner, ordinal)
WHERE t.{owner} = gone.owner AND t.ordinal = gone.ordinal
