-- Error codes of class TL are this product's own: TL001 an append-only table, TL002 a stream that would move backwards,
-- TL003 a clock that is behind the ledger, TL004 the wrong isolation level.
CREATE FUNCTION ledger.refuse_change() RETURNS trigger
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    RAISE EXCEPTION '台账只增不改：% % · the ledger is append-only: % on %', TG_TABLE_NAME, TG_OP, TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'TL001', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
END
$$;

CREATE FUNCTION ledger.refuse_stream_change() RETURNS trigger
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    RAISE EXCEPTION '事件流的版本只能前进：% · a stream only moves forward: %', OLD.id, OLD.id
        USING ERRCODE = 'TL002', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
END
$$;
