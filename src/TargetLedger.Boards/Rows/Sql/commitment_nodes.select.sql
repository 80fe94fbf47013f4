SELECT
    commitment, ordinal, node, name, planned, sign, weight, confirmed_on
FROM boards.commitment_nodes{suffix}
WHERE commitment = ANY ($1)
ORDER BY commitment, ordinal
