SELECT nullif(
    greatest(
        (SELECT f.moment FROM ledger.moment_fence f),
        (SELECT e.timestamp FROM ledger.mt_events e ORDER BY e.seq_id DESC LIMIT 1)),
    '0001-01-01 00:00:00+00')  -- where the fence stands before anybody asked
