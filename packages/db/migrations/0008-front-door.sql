-- What the front door and the hub's admins may do to accounts: narrow functions instead of rights on the tables. Each
-- takes the hub from app.hub(), so a hub can only ever invite, or shut out, its own people.

alter table auth.invitation add column revoked_at timestamptz;
-- invite: a new invitation takes the place of the one before
create unique index invitation_is_the_only_one on auth.invitation (hub_id, adviser_id) where used_at is null and revoked_at is null;
-- shut_out: the open sessions of one person of a hub
create index session_of_adviser on auth.session (hub_id, adviser_id) where ended_at is null;

-- The door writes down who came and went, in the hub where it happened. The server's front-door role cannot write there.
create policy doings_written on app.audit_entry for insert to hubline_owner with check (true);

create function auth.note(hub uuid, adviser uuid, request uuid, doing text, particulars jsonb) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
begin
  if doing not in ('signed_in', 'sign_in_refused', 'signed_out', 'hub_entered', 'invitation_accepted') then
    raise exception 'The front door does not note %', doing using errcode = '22023';
  end if;
  insert into app.audit_entry (hub_id, adviser_id, request_id, what, detail)
  select t.hub_id, t.id, request, doing, particulars from app.adviser t where t.hub_id = hub and t.id = adviser;
end $$;

-- Invites an adviser of this hub by the hash of a secret; the invitation before ends.
create function auth.invite(adviser uuid, secret_hash bytea, until timestamptz) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
begin
  update auth.invitation set revoked_at = now()
    where hub_id = app.hub() and adviser_id = adviser and used_at is null and revoked_at is null;
  insert into auth.invitation (token_hash, hub_id, adviser_id, expires_at) values (secret_hash, app.hub(), adviser, until);
end $$;

-- Ends at once every session of an adviser of this hub, and the invitation that may still be open.
create function auth.shut_out(adviser uuid) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
begin
  update auth.session set ended_at = now() where hub_id = app.hub() and adviser_id = adviser and ended_at is null;
  update auth.invitation set revoked_at = now()
    where hub_id = app.hub() and adviser_id = adviser and used_at is null and revoked_at is null;
end $$;

-- How far each adviser of this hub has come: an account, an open invitation, or neither.
create function auth.ways_in() returns table (adviser_id uuid, has_account boolean, invited_until timestamptz)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select t.id,
      exists (select from auth.membership m where m.hub_id = t.hub_id and m.adviser_id = t.id),
      (select i.expires_at from auth.invitation i where i.hub_id = t.hub_id and i.adviser_id = t.id
        and i.used_at is null and i.revoked_at is null and i.expires_at > now())
    from app.adviser t where t.hub_id = app.hub()
  $$;

revoke all on function auth.note(uuid, uuid, uuid, text, jsonb) from public;
revoke all on function auth.invite(uuid, bytea, timestamptz) from public;
revoke all on function auth.shut_out(uuid) from public;
revoke all on function auth.ways_in() from public;
grant execute on function auth.note(uuid, uuid, uuid, text, jsonb) to hubline_login;
grant execute on function auth.invite(uuid, bytea, timestamptz) to hubline_app;
grant execute on function auth.shut_out(uuid) to hubline_app;
grant execute on function auth.ways_in() to hubline_app;
