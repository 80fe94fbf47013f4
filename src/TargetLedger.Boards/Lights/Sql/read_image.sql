-- The latest at or before a position.
SELECT position, frame_position, entries
FROM boards.light_images{suffix}
WHERE position = (SELECT max(position) FROM boards.light_images{suffix} WHERE position <= $1)
ORDER BY chunk
