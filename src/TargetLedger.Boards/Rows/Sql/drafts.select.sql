-- $3: a position at or before that of the tables; what was open there.
SELECT draft, commitment, unit, status, drafted_at, closed_at, version
FROM boards.drafts{suffix}
WHERE unit = ANY ($2) AND ($1::text IS NULL OR commitment = $1) AND drafted_at <= $3 AND (closed_at IS NULL OR closed_at > $3)
ORDER BY draft
