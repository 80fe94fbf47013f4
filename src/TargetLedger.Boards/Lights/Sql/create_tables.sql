-- The commitments by the order in which they were made. What is here never changes.
CREATE TABLE boards.light_commitments{suffix} (
    number int NOT NULL,
    position bigint NOT NULL,
    commitment text NOT NULL,
    plan text NOT NULL,
    section text NOT NULL,
    task text NOT NULL,
    ordinal int NOT NULL,
    CONSTRAINT light_commitments{suffix}_pkey PRIMARY KEY (number)
);

-- Who answers, each combination once; entries name it by its id.
CREATE TABLE boards.light_parties{suffix} (
    id int NOT NULL,
    parties text[] NOT NULL,
    CONSTRAINT light_parties{suffix}_pkey PRIMARY KEY (id)
);

-- Now and then all entries as they are at a position, chunk by chunk.
CREATE TABLE boards.light_images{suffix} (
    position bigint NOT NULL,
    chunk int NOT NULL,
    frame_position bigint NOT NULL,  -- of the last event before it that concerns a plan, unit, group or rules
    entries bytea NOT NULL,
    CONSTRAINT light_images{suffix}_pkey PRIMARY KEY (position, chunk)
);

-- Between images what each event changes; one row for the positions of a block, so that it does not matter in what batches
-- they came.
CREATE TABLE boards.light_changes{suffix} (
    block bigint NOT NULL,
    changes bytea NOT NULL,
    CONSTRAINT light_changes{suffix}_pkey PRIMARY KEY (block)
);

-- Every commitment as its latest event has left it, so that a page of them need not be folded from their streams.
CREATE TABLE boards.light_states{suffix} (
    number int NOT NULL,
    state bytea,  -- null where the history is long
    CONSTRAINT light_states{suffix}_pkey PRIMARY KEY (number)
) WITH (fillfactor = 70);  -- each is written again where it stands

-- Packed already, and read whole.
ALTER TABLE boards.light_images{suffix} ALTER COLUMN entries SET STORAGE EXTERNAL;
ALTER TABLE boards.light_changes{suffix} ALTER COLUMN changes SET STORAGE EXTERNAL;
ALTER TABLE boards.light_states{suffix} ALTER COLUMN state SET STORAGE EXTERNAL;

GRANT SELECT ON
    boards.light_commitments{suffix},
    boards.light_parties{suffix},
    boards.light_images{suffix},
    boards.light_changes{suffix},
    boards.light_states{suffix}
TO ledger_app, ledger_reader;
