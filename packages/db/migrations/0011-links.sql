-- Links for people without an account: to pick a time, agree a plan, take a place at an event. Each is for one purpose
-- and about one record, expires and can be ended; only the hash of its secret is kept.
create table auth.link (
  token_hash bytea primary key,
  id         uuid not null default app.new_id(),
  hub_id     uuid not null references auth.hub (id),
  purpose    text not null constraint link_purpose_is_known check (purpose in ('book_review', 'book_broker', 'agree_plan', 'register_event', 'event_place', 'calendar_feed')),
  -- Of which kind it is, the purpose says.
  record_id  uuid not null,
  made_at    timestamptz not null default now(),
  expires_at timestamptz not null,
  ended_at   timestamptz
);
-- end_links: the open links of one record
create index link_of_record on auth.link (hub_id, record_id, purpose) where ended_at is null;

-- Makes a link in the hub of this transaction, or lengthens the one with the same secret.
create function auth.make_link(secret_hash bytea, purpose text, record uuid, until timestamptz) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
begin
  insert into auth.link as l (token_hash, hub_id, purpose, record_id, expires_at) values (secret_hash, app.hub(), purpose, record, until)
    on conflict (token_hash) do update set expires_at = excluded.expires_at, ended_at = null
      where l.hub_id = excluded.hub_id and l.purpose = excluded.purpose and l.record_id = excluded.record_id;
end $$;

-- Ends every open link of one purpose to one record of this hub.
create function auth.end_links(for_purpose text, record uuid) returns void
  language sql security definer set search_path = pg_catalog, pg_temp
  as $$
    update auth.link set ended_at = now()
      where hub_id = app.hub() and record_id = record and purpose = for_purpose and ended_at is null
  $$;

-- The side door. Turns a link's secret into the hub and the one record of this transaction, with nobody signed in, or
-- into nothing.
create function auth.enter_by_link(secret_hash bytea, for_purpose text, request uuid)
  returns table (hub_id uuid, link_id uuid, record_id uuid)
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  l auth.link%rowtype;
begin
  select * into l from auth.link t where t.token_hash = secret_hash and t.purpose = for_purpose
    and t.ended_at is null and t.expires_at > now();
  if not found then return; end if;
  perform set_config('app.hub_id', l.hub_id::text, true), set_config('app.adviser_id', '', true),
    set_config('app.request_id', request::text, true);
  return query select l.hub_id, l.id, l.record_id;
end $$;

revoke all on function auth.make_link(bytea, text, uuid, timestamptz) from public;
revoke all on function auth.end_links(text, uuid) from public;
revoke all on function auth.enter_by_link(bytea, text, uuid) from public;
grant execute on function auth.make_link(bytea, text, uuid, timestamptz) to hubline_app;
grant execute on function auth.end_links(text, uuid) to hubline_app;
grant execute on function auth.enter_by_link(bytea, text, uuid) to hubline_app;

-- records.history: which changes came by a link
create index audit_entry_by_link on app.audit_entry (hub_id, request_id) where what = 'by_link';
