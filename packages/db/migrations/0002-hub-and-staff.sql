-- Hubs, the people who work in them, and the front door.

-- The directory of hubs on this server. Their records are in app, one hub at a time.
create table auth.hub (
  id               uuid primary key default app.new_id(),
  slug             text not null constraint hub_slug_once unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  is_demonstration boolean not null default false,
  made_at          timestamptz not null default now()
);

create table app.hub (like house.record including defaults including constraints,
  name       text not null,
  -- GSS codes of the districts that the hub serves; empty means that the hub has no area rule.
  area_codes text[] not null default '{}',
  constraint hub_is_itself check (id = hub_id)
);
call house.keep('hub');
alter table app.hub add foreign key (id) references auth.hub (id);

create table app.organisation (like house.record including defaults including constraints,
  name  text not null,
  kind  text not null constraint organisation_kind_is_known check (kind in ('council', 'combined_authority', 'chamber', 'university', 'college', 'training_provider', 'national_agency', 'bank_or_fund', 'charity', 'school', 'other')),
  email text
);
call house.keep('organisation');

create table app.programme (like house.record including defaults including constraints,
  name      text not null,
  funder    text,
  starts_on date,
  ends_on   date
);
call house.keep('programme');

-- Someone who works in a hub. An adviser who came with a bundle may sign in once invited.
create table app.adviser (like house.record including defaults including constraints,
  email     text not null,
  name      text not null,
  role      text not null constraint adviser_role_is_known check (role in ('adviser', 'skills_broker', 'manager', 'admin')),
  -- A person who left keeps their name on what they did, and may no longer come in.
  is_active boolean not null default true
);
call house.keep('adviser');

-- A person who can sign in, to one hub or several.
create table auth.account (
  id            uuid primary key default app.new_id(),
  email         text not null check (email = lower(email)) constraint account_email_once unique,
  password_hash text not null,
  made_at       timestamptz not null default now(),
  changed_at    timestamptz not null default now()
);

create table auth.membership (
  account_id uuid not null references auth.account (id),
  hub_id     uuid not null references auth.hub (id),
  adviser_id uuid not null,
  primary key (account_id, hub_id),
  foreign key (hub_id, adviser_id) references app.adviser (hub_id, id)
);

-- A signed-in browser, in one hub. Only the hash of its secret is kept.
create table auth.session (
  token_hash   bytea primary key,
  account_id   uuid not null references auth.account (id),
  -- Null between the password and the choice of a hub.
  hub_id       uuid references auth.hub (id),
  adviser_id   uuid,
  started_at   timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  ended_at     timestamptz
);
-- sign-out everywhere, and ending the sessions of someone who left
create index session_of_account on auth.session (account_id) where ended_at is null;

-- A link by which an adviser makes an account. One use, one purpose, expiring; only the hash of its secret is kept.
create table auth.invitation (
  token_hash bytea primary key,
  hub_id     uuid not null references auth.hub (id),
  adviser_id uuid not null,
  made_at    timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at    timestamptz,
  foreign key (hub_id, adviser_id) references app.adviser (hub_id, id)
);

-- The door. Turns a session's secret into the hub, the person and the role of this transaction, or into nothing. The
-- server's role cannot read sessions; it can only knock here. A session dies after an hour unused and after 12 hours.
create function auth.enter(secret_hash bytea, request uuid)
  returns table (hub_id uuid, adviser_id uuid, account_id uuid, name text, email text, role text, idle_seconds integer)
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  s auth.session%rowtype;
  a app.adviser%rowtype;
begin
  select * into s from auth.session t where t.token_hash = secret_hash and t.ended_at is null and t.hub_id is not null
    and t.last_seen_at > now() - interval '60 minutes' and t.started_at > now() - interval '12 hours';
  if not found then return; end if;
  select t.* into a from app.adviser t
    join auth.membership m on m.account_id = s.account_id and m.hub_id = t.hub_id and m.adviser_id = t.id
    where t.hub_id = s.hub_id and t.id = s.adviser_id and t.is_active and t.voided_at is null;
  if not found then return; end if;
  perform set_config('app.hub_id', s.hub_id::text, true), set_config('app.adviser_id', a.id::text, true),
    set_config('app.request_id', request::text, true);
  return query select s.hub_id, a.id, s.account_id, a.name, a.email, a.role,
    extract(epoch from now() - s.last_seen_at)::integer;
end $$;

grant usage on schema app, auth, public to hubline_app, hubline_login;
revoke all on function auth.enter(bytea, uuid) from public;
grant execute on function auth.enter(bytea, uuid) to hubline_app;

-- The front door sees accounts and sessions, and of the hubs only who works there and what they are called.
grant select, insert, update on auth.account, auth.membership, auth.session, auth.invitation to hubline_login;
grant select on auth.hub to hubline_login;
grant select (hub_id, id, reference, name) on app.hub to hubline_login;
grant select (hub_id, id, reference, email, name, role, is_active, voided_at) on app.adviser to hubline_login;
create policy front_door on app.hub for select to hubline_login using (true);
create policy front_door on app.adviser for select to hubline_login using (true);

-- The server may know which hubs there are by id, to say whether a hub is the demonstration.
grant select on auth.hub to hubline_app;
