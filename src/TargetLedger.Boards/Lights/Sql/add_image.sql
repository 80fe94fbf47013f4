INSERT INTO boards.light_images{suffix} (position, chunk, frame_position, entries)
SELECT $1, chunk - 1, $2, entries
FROM unnest($3::bytea[]) WITH ORDINALITY AS chunks (entries, chunk)
