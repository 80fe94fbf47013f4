SELECT
    commitment, ordinal, link, link_end, other, from_day, until_day, units, authority, recorded_on
FROM boards.commitment_links{suffix}
WHERE commitment = ANY ($1)
ORDER BY commitment, ordinal
