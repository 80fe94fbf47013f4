SELECT draft, commitment, unit, status, version
FROM boards.drafts{suffix}
WHERE commitment = $1 AND unit = ANY ($2) AND status = 'open'
ORDER BY draft
