-- An array of arrays of different lengths there is not; each combination comes as JSON.
INSERT INTO boards.light_parties{suffix} (id, parties)
SELECT added.id, ARRAY(SELECT party FROM jsonb_array_elements_text(added.parties) WITH ORDINALITY AS listed (party, place) ORDER BY place)
FROM unnest($1::int[], $2::jsonb[]) AS added (id, parties)
