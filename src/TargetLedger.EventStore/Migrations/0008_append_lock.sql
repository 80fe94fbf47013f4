-- The number of the advisory lock that whoever appends, or settles a moment, holds to the end of the transaction;
-- the letters "TLappend".
CREATE FUNCTION ledger.append_lock() RETURNS bigint
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN 6074337132965883492;

GRANT EXECUTE ON FUNCTION ledger.append_lock TO ledger_app;
