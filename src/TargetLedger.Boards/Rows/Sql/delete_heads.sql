DELETE FROM boards.{table}{suffix} t
WHERE t.{owner} = ANY ($1::text[])
