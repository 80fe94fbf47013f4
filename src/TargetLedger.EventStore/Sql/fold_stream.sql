-- A piece of a stream between two versions: over all of a long one the planner may sort the bodies, which takes longer than to
-- read them and hands out nothing meanwhile.
SELECT seq_id, version, type, timestamp, user_name, data
FROM ledger.mt_events
WHERE stream_id = $1 AND version > $2 AND version <= $3 AND seq_id <= $4
ORDER BY version
