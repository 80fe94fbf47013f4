-- Roles belong to the whole cluster: several databases may be migrated at the same time, so each step bears having been
-- done by somebody else a moment ago. Passwords are the operator's business.
DO $$
DECLARE
    wanted record;
BEGIN
    FOR wanted IN
        SELECT * FROM (VALUES
            ('ledger_owner', 'NOLOGIN'),      -- owns schema ledger; migrations only
            ('ledger_app', 'NOLOGIN'),        -- appends
            ('ledger_projector', 'NOLOGIN'),  -- owns schema boards
            ('ledger_reader', 'NOLOGIN'),     -- auditors
            ('ledger_server', 'LOGIN')        -- the server's login
        ) AS roles (name, login)
    LOOP
        IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = wanted.name) THEN
            BEGIN
                EXECUTE format('CREATE ROLE %I %s INHERIT', wanted.name, wanted.login);
                -- A transaction left open would keep the append lock from everybody.
                IF wanted.login = 'LOGIN' THEN
                    EXECUTE format('ALTER ROLE %I SET idle_in_transaction_session_timeout = %L', wanted.name, '60s');
                END IF;
            EXCEPTION WHEN duplicate_object OR unique_violation THEN
                NULL;
            END;
        END IF;
    END LOOP;
END
$$;

-- The server appends and projects; it is never a member of the owner, so no statement of its can lift a trigger.
DO $$
DECLARE
    wanted record;
BEGIN
    FOR wanted IN
        SELECT granted.oid AS granted_id, member.oid AS member_id, granted.rolname AS granted, member.rolname AS member
        FROM (VALUES ('ledger_app', 'ledger_server'), ('ledger_projector', 'ledger_server')) AS pairs (granted, member)
        JOIN pg_catalog.pg_roles granted ON granted.rolname = pairs.granted
        JOIN pg_catalog.pg_roles member ON member.rolname = pairs.member
    LOOP
        IF NOT EXISTS (SELECT FROM pg_catalog.pg_auth_members
                       WHERE roleid = wanted.granted_id AND member = wanted.member_id) THEN
            BEGIN
                EXECUTE format('GRANT %I TO %I', wanted.granted, wanted.member);
            EXCEPTION WHEN duplicate_object OR unique_violation THEN
                NULL;
            END;
        END IF;
    END LOOP;
END
$$;

-- A migrating login that is no superuser (managed PostgreSQL) must be able to act for the roles it makes objects for.
DO $$
DECLARE
    acted_for text;
BEGIN
    IF NOT (SELECT rolsuper FROM pg_catalog.pg_roles WHERE rolname = current_user) THEN
        FOREACH acted_for IN ARRAY ARRAY['ledger_owner', 'ledger_projector', 'ledger_server'] LOOP
            IF NOT pg_has_role(current_user, acted_for, 'MEMBER') THEN
                EXECUTE format('GRANT %I TO CURRENT_USER', acted_for);
            END IF;
        END LOOP;
    END IF;
END
$$;
