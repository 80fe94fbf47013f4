-- A build may be filled stream by stream with all that was recorded up to one position, before it follows from there.
SET LOCAL ROLE ledger_projector;

ALTER TABLE boards.projections
    ADD COLUMN fill_head bigint NULL,  -- that position, while it is being filled; its checkpoint is 0 until then
    ADD COLUMN filled_stream text NULL,  -- the last stream that is in it
    ADD COLUMN filled_events bigint NOT NULL DEFAULT 0,  -- how many events those streams have
    ADD CONSTRAINT projections_fill CHECK (fill_head IS NULL OR (status = 'building' AND checkpoint = 0 AND filled_events <= fill_head));
