-- Logins of members, made and ended by admins of this workspace. The functions belong to a role that nobody can log
-- in as; they look at who really calls (`session_user`), take only the verifier of a password, never the password,
-- and touch no login that also belongs elsewhere.

CREATE OR REPLACE FUNCTION @schema@.check_admin() RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF NOT pg_has_role(session_user, @admin_text@, 'MEMBER') THEN
        RAISE EXCEPTION 'only an admin of this workspace may do that' USING ERRCODE = '42501';
    END IF;
END
$$;

CREATE OR REPLACE FUNCTION @schema@.group_of(member_role text) RETURNS text LANGUAGE plpgsql IMMUTABLE
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    CASE member_role
        WHEN 'member' THEN RETURN @member_text@;
        WHEN 'lead' THEN RETURN @lead_text@;
        WHEN 'admin' THEN RETURN @admin_text@;
        ELSE RAISE EXCEPTION 'no such role' USING ERRCODE = '22023';
    END CASE;
END
$$;

-- Whether a login is nothing but a member of this workspace: no rights of its own, no other groups.
CREATE OR REPLACE FUNCTION @schema@.is_ours(wanted text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
    SELECT EXISTS (
        SELECT FROM pg_roles r
        WHERE r.rolname = wanted AND r.rolcanlogin
            AND NOT (r.rolsuper OR r.rolcreaterole OR r.rolcreatedb OR r.rolreplication OR r.rolbypassrls)
            AND (
                SELECT bool_and(g.rolname IN (@member_text@, @lead_text@, @admin_text@))
                FROM pg_auth_members m JOIN pg_roles g ON g.oid = m.roleid WHERE m.member = r.oid
            )
    )
$$;

CREATE OR REPLACE FUNCTION @schema@.add_login(wanted text, verifier text, member_role text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM @schema@.check_admin();
    IF wanted !~ '^[^[:cntrl:]"]+$' OR octet_length(wanted) > 63 OR wanted ~* '^(pg_|tandem_|postgres$|public$|none$)' THEN
        RAISE EXCEPTION 'not a name for a login' USING ERRCODE = '42939';
    END IF;
    IF verifier !~ '^SCRAM-SHA-256\$[0-9]+:[A-Za-z0-9+/=]+\$[A-Za-z0-9+/=]+:[A-Za-z0-9+/=]+$' THEN
        RAISE EXCEPTION 'a password is sent as its verifier only' USING ERRCODE = '22023';
    END IF;
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = wanted) THEN
        RAISE EXCEPTION 'there is such a login already' USING ERRCODE = '42710';
    END IF;
    EXECUTE format('CREATE ROLE %I LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION CONNECTION LIMIT 16 '
        'PASSWORD %L', wanted, verifier);
    EXECUTE format('ALTER ROLE %I SET lock_timeout = ''5s''', wanted);
    EXECUTE format('ALTER ROLE %I SET idle_in_transaction_session_timeout = ''60s''', wanted);
    EXECUTE format('GRANT %I TO %I', @schema@.group_of(member_role), wanted);
END
$$;

CREATE OR REPLACE FUNCTION @schema@.set_role(wanted text, member_role text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM @schema@.check_admin();
    IF NOT @schema@.is_ours(wanted) THEN
        RAISE EXCEPTION 'this login is not this workspace''s alone' USING ERRCODE = '42501';
    END IF;
    EXECUTE format('REVOKE %I, %I, %I FROM %I', @member_text@, @lead_text@, @admin_text@, wanted);
    EXECUTE format('GRANT %I TO %I', @schema@.group_of(member_role), wanted);
END
$$;

CREATE OR REPLACE FUNCTION @schema@.set_password(wanted text, verifier text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF wanted <> session_user THEN
        PERFORM @schema@.check_admin();
        IF NOT @schema@.is_ours(wanted) THEN
            RAISE EXCEPTION 'this login is not this workspace''s alone' USING ERRCODE = '42501';
        END IF;
    END IF;
    IF verifier !~ '^SCRAM-SHA-256\$[0-9]+:[A-Za-z0-9+/=]+\$[A-Za-z0-9+/=]+:[A-Za-z0-9+/=]+$' THEN
        RAISE EXCEPTION 'a password is sent as its verifier only' USING ERRCODE = '22023';
    END IF;
    EXECUTE format('ALTER ROLE %I PASSWORD %L', wanted, verifier);
END
$$;

-- Ends a login: its rights and its open links at once, and the login itself.
CREATE OR REPLACE FUNCTION @schema@.remove_login(wanted text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM @schema@.check_admin();
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = wanted) THEN
        RETURN;
    END IF;
    IF wanted = session_user OR NOT @schema@.is_ours(wanted) THEN
        RAISE EXCEPTION 'this login is not this workspace''s alone' USING ERRCODE = '42501';
    END IF;
    EXECUTE format('REVOKE %I, %I, %I FROM %I', @member_text@, @lead_text@, @admin_text@, wanted);
    -- Only whoever has a login's rights may end its links.
    EXECUTE format('GRANT %I TO %I', wanted, current_user);
    PERFORM pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = wanted;
    EXECUTE format('DROP ROLE %I', wanted);
END
$$;
