-- One event of 275 bytes a transaction, as an application without a ledger would insert it: position from a sequence, one
-- stream for each client.
INSERT INTO floor.events (seq_id, id, stream_id, version, data, type, timestamp, user_name)
SELECT n, gen_random_uuid(), 'commitment-00000000-0000-0000-0000-0000000000' || lpad(:client_id::text, 2, '0'), n,
    '{"unit": "renshe", "amount": 125, "period": {"end": "2014-06-30", "start": "2014-06-01"}, "report": "0197a3f2-8c1e-7b54-9d0a-3f6c2b1e4d57", "text": {"done": "举办高技能人才培训班两期,覆盖重点企业十二家"}, "through": "2014-06-30", "total": 1250, "noProgress": false}',
    'progress_reported', clock_timestamp(), 'renshe'
FROM nextval('floor.events_sequence') AS n
