-- The latest moment somebody was told the state of: no event may be stamped at or before it.
CREATE TABLE ledger.moment_fence (
    only_row boolean NOT NULL DEFAULT true,
    moment timestamptz NOT NULL,
    CONSTRAINT moment_fence_pkey PRIMARY KEY (only_row),
    CONSTRAINT moment_fence_one_row CHECK (only_row)
) WITH (fillfactor = 10);

INSERT INTO ledger.moment_fence (moment) VALUES ('0001-01-01 00:00:00+00');

REVOKE ALL ON ledger.moment_fence FROM PUBLIC;
GRANT SELECT ON ledger.moment_fence TO ledger_app, ledger_projector, ledger_reader;
GRANT UPDATE (moment) ON ledger.moment_fence TO ledger_app;
