-- What a server does by itself: who acts, when, and that no line of the journal is ever changed.
-- Names between @ are filled in by db.roles. Every name is written in full: a search path decides nothing here.

CREATE OR REPLACE FUNCTION @schema@.moment() RETURNS bigint LANGUAGE sql STABLE AS $$
    SELECT (extract(epoch FROM pg_catalog.now()) * 1000000)::bigint
$$;

-- The member behind the login. `session_user` stays what it was whatever role is put on.
CREATE OR REPLACE FUNCTION @schema@.me() RETURNS bigint LANGUAGE plpgsql STABLE AS $$
DECLARE
    found bigint;
BEGIN
    SELECT id INTO found FROM @schema@.members WHERE login = session_user AND active;
    IF found IS NULL AND NOT pg_catalog.pg_has_role(session_user, @owner_text@, 'MEMBER') THEN
        RAISE EXCEPTION 'this login belongs to no active member' USING ERRCODE = '42501';
    END IF;
    RETURN found;
END
$$;

CREATE OR REPLACE FUNCTION @schema@.touch() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.recorded_at := OLD.recorded_at;
    NEW.recorded_by := OLD.recorded_by;
    NEW.updated_at := @schema@.moment();
    NEW.updated_by := @schema@.me();
    NEW.version := OLD.version + 1;
    RETURN NEW;
END
$$;

CREATE OR REPLACE FUNCTION @schema@.touch_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.version := OLD.version + 1;
    RETURN NEW;
END
$$;

-- A program that knows only an older schema may read but not write, even if it was connected before the upgrade.
CREATE OR REPLACE FUNCTION @schema@.check_client() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    known text := pg_catalog.current_setting('app.client_schema', true);
BEGIN
    IF known IS NULL OR known !~ '^[0-9]{1,9}$'
        OR known::integer < (SELECT min_client FROM @schema@.workspace) THEN
        RAISE EXCEPTION 'this client is older than the workspace' USING ERRCODE = '55000';
    END IF;
    RETURN NULL;
END
$$;

-- An act is turned back by whoever did it; a lead or an admin may turn back an import of somebody else's.
CREATE OR REPLACE FUNCTION @schema@.check_act() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.member_id IS DISTINCT FROM @schema@.me()
        AND NOT pg_catalog.pg_has_role(session_user, @lead_text@, 'MEMBER') THEN
        RAISE EXCEPTION 'this act belongs to somebody else' USING ERRCODE = '42501';
    END IF;
    RETURN NEW;
END
$$;

-- A published version of the agreement stays as it is, and so does all that belongs to it.
CREATE OR REPLACE FUNCTION @schema@.keep_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.published_at IS NOT NULL THEN
        RAISE EXCEPTION 'this version is published' USING ERRCODE = '42501';
    END IF;
    IF TG_OP = 'DELETE' THEN
        RETURN OLD;
    END IF;
    RETURN NEW;
END
$$;

CREATE OR REPLACE FUNCTION @schema@.keep_parts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' AND EXISTS (
        SELECT FROM @schema@.agreements WHERE id = OLD.agreement_id AND published_at IS NOT NULL
    ) OR TG_OP <> 'DELETE' AND EXISTS (
        SELECT FROM @schema@.agreements WHERE id = NEW.agreement_id AND published_at IS NOT NULL
    ) THEN
        RAISE EXCEPTION 'this version is published' USING ERRCODE = '42501';
    END IF;
    IF TG_OP = 'DELETE' THEN
        RETURN OLD;
    END IF;
    RETURN NEW;
END
$$;

-- A line gets its number as its transaction commits, one transaction after the other: whoever has read up to a
-- number will never see a smaller one appear.
CREATE OR REPLACE FUNCTION @log@.number() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(727002);
    UPDATE @log@.journal SET seq = nextval('@log@.journal_number') WHERE id = NEW.id AND seq IS NULL;
    PERFORM pg_notify('tandem_change', '');
    RETURN NULL;
END
$$;

CREATE OR REPLACE FUNCTION @log@.keep() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND TG_LEVEL = 'ROW' THEN
        IF OLD.seq IS NULL AND NEW.seq IS NOT NULL
            AND (to_jsonb(NEW) - 'seq') = (to_jsonb(OLD) - 'seq') THEN
            RETURN NEW;
        END IF;
    END IF;
    RAISE EXCEPTION 'the journal only grows' USING ERRCODE = '42501';
END
$$;

-- Numbers for many rows at once, in a row.
CREATE OR REPLACE FUNCTION @schema@.allocate(wanted text, count bigint) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    sequence regclass := pg_get_serial_sequence(format('@schema@.%I', wanted), 'id');
    first bigint;
BEGIN
    IF sequence IS NULL OR count < 1 OR count > 100000000 THEN
        RAISE EXCEPTION 'no numbers for that' USING ERRCODE = '22023';
    END IF;
    PERFORM pg_advisory_xact_lock(727004);
    first := nextval(sequence);
    IF count > 1 THEN
        PERFORM setval(sequence, first + count - 1);
    END IF;
    RETURN first;
END
$$;
