SELECT state
FROM boards.light_states{suffix}
WHERE number = ANY ($1) AND state IS NOT NULL
