-- The first position up to $1 that no event has, and the position found in its place.
SELECT n, seq_id
FROM (SELECT seq_id, row_number() OVER (ORDER BY seq_id) AS n FROM ledger.mt_events WHERE seq_id <= $1) numbered
WHERE seq_id <> n
ORDER BY n
LIMIT 1
