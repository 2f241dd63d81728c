-- When people were last here, and when messages were written.

alter table app.mail_message add column queued_at timestamptz not null default now();

-- ways_in: when each adviser was last here
create index session_last_seen on auth.session (hub_id, adviser_id, last_seen_at desc);

-- How far each adviser of this hub has come: an account, an open invitation, or neither; and when they were last here.
drop function auth.ways_in();
create function auth.ways_in()
  returns table (adviser_id uuid, has_account boolean, invited_until timestamptz, last_seen_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select t.id,
      exists (select from auth.membership m where m.hub_id = t.hub_id and m.adviser_id = t.id),
      (select i.expires_at from auth.invitation i where i.hub_id = t.hub_id and i.adviser_id = t.id
        and i.used_at is null and i.revoked_at is null and i.expires_at > now()),
      (select max(s.last_seen_at) from auth.session s where s.hub_id = t.hub_id and s.adviser_id = t.id)
    from app.adviser t where t.hub_id = app.hub()
  $$;
revoke all on function auth.ways_in() from public;
grant execute on function auth.ways_in() to hubline_app;
