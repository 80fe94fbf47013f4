INSERT INTO boards.commitment_report_nodes{suffix} (
    commitment, ordinal, report, node, state, reached_on)
SELECT *
FROM unnest(
    $1::text[], $2::int[], $3::int[], $4::text[], $5::text[], $6::date[])
