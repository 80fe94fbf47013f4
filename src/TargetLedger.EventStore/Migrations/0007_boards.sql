-- The builds of every projection, and who runs it. These belong to the projector, not to the ledger.
SET LOCAL ROLE ledger_projector;

CREATE TABLE boards.projections (
    name text NOT NULL,
    build int NOT NULL,
    shape int NOT NULL,
    status text NOT NULL,
    checkpoint bigint NOT NULL DEFAULT 0,
    tables text[] NOT NULL DEFAULT '{}',  -- what to drop when the build is no longer read
    error text NULL,
    halted_at_position bigint NULL,  -- the event it could not apply; it is read on, as of its checkpoint
    started_at timestamptz NOT NULL DEFAULT transaction_timestamp(),
    CONSTRAINT projections_pkey PRIMARY KEY (name, build),
    CONSTRAINT projections_status CHECK (status IN ('building', 'active', 'retired')),
    CONSTRAINT projections_checkpoint CHECK (checkpoint >= 0)
);

-- One for each shape: two releases that differ in shape run side by side, each reading its own.
CREATE UNIQUE INDEX projections_one_active ON boards.projections (name, shape) WHERE status = 'active';

CREATE TABLE boards.leases (
    name text NOT NULL,
    holder text NOT NULL,
    expires timestamptz NOT NULL,
    CONSTRAINT leases_pkey PRIMARY KEY (name)
);

REVOKE ALL ON boards.projections, boards.leases FROM PUBLIC;
GRANT SELECT ON boards.projections, boards.leases TO ledger_app, ledger_reader;
