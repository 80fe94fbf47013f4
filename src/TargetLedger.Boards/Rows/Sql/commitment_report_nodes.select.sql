SELECT
    commitment, ordinal, report, node, state, reached_on
FROM boards.commitment_report_nodes{suffix}
WHERE commitment = ANY ($1)
ORDER BY commitment, ordinal
