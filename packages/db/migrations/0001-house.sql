-- The house: roles, schemas, and what every table of a hub has in common.
--
-- hubline_owner owns everything and never logs in; hubline_app is what the server becomes when it works for a hub: it
-- owns nothing and sees one hub at a time; hubline_login is what it becomes at the front door: it sees sessions and no
-- records. Roles belong to the whole database server, so they may be there already.
create schema app;
create schema auth;
create schema house;

-- Names and notes as people type them: case and accents do not matter. Immutable, because the dictionary is named.
create function app.plain(words text) returns text
  language sql immutable strict parallel safe
  return lower(public.unaccent('public.unaccent'::regdictionary, words));

-- Time-ordered identifiers (UUID version 7), also where the database server is older than 18.
create function app.new_id() returns uuid
  language sql volatile parallel safe
  as $$
    select encode(
      set_bit(set_bit(
        overlay(uuid_send(gen_random_uuid())
          placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3) from 1 for 6),
        52, 1), 53, 1), 'hex')::uuid
  $$;

-- What this transaction is about. Left unset they are null: no hub, no rows.
create function app.hub() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.hub_id', true), '')::uuid;
create function app.actor() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.adviser_id', true), '')::uuid;
create function app.request() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.request_id', true), '')::uuid;

-- Every record of a hub has these columns; tables are made "like" this one.
create table house.record (
  hub_id      uuid not null default app.hub(),
  id          uuid not null default app.new_id(),
  -- The sender's own key where a record came from elsewhere, else one made here. Never used again for another record.
  reference   text not null,
  version     integer not null default 1,
  -- When, by whom and in which request this version was written.
  recorded_at timestamptz not null default now(),
  recorded_by uuid default app.actor(),
  request_id  uuid default app.request(),
  -- Nothing is deleted: a record that should not be there is voided, with a reason.
  voided_at   timestamptz,
  voided_by   uuid,
  void_reason text,
  constraint void_has_reason check ((voided_at is null) = (void_reason is null))
);

-- Former versions of every record, written by the database in the transaction that replaced them and never changed.
create table app.history (
  hub_id      uuid not null,
  kind        text not null,
  id          uuid not null,
  version     integer not null,
  row         jsonb not null,
  valid_from  timestamptz not null,
  valid_to    timestamptz not null default now(),
  -- Who replaced this version, and in which request.
  replaced_by uuid default app.actor(),
  request_id  uuid default app.request(),
  primary key (hub_id, kind, id, version)
);

-- Doings that change no record: a sign-in, a download, a sensitive page opened.
create table app.audit_entry (
  hub_id     uuid not null default app.hub(),
  id         uuid not null default app.new_id(),
  at         timestamptz not null default now(),
  adviser_id uuid default app.actor(),
  request_id uuid default app.request(),
  what       text not null,
  detail     jsonb not null default '{}',
  primary key (hub_id, id)
);
-- staff: what a person did, newest first
create index audit_entry_of_adviser on app.audit_entry (hub_id, adviser_id, at desc);

create function house.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'The history is never changed' using errcode = '42501', constraint = 'history_is_never_changed';
end $$;
create trigger never_changed before update or delete on app.history for each row execute function house.refuse_change();
create trigger never_changed before update or delete on app.audit_entry for each row execute function house.refuse_change();

-- Runs as the owner, so that the server itself cannot write a past that was not.
create function house.keep_former_version() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
begin
  if new.hub_id <> old.hub_id or new.id <> old.id then
    raise exception 'A record keeps its identity' using errcode = '42501', constraint = 'record_keeps_its_identity';
  end if;
  insert into app.history (hub_id, kind, id, version, row, valid_from)
  values (old.hub_id, tg_table_name, old.id, old.version, to_jsonb(old), old.recorded_at);
  new.version := old.version + 1;
  new.recorded_at := now();
  new.recorded_by := app.actor();
  new.request_id := app.request();
  return new;
end $$;

-- One hub at a time: the wall, also for the owner.
create procedure house.wall(table_name text) language plpgsql as $$
begin
  execute format('alter table app.%I enable row level security', table_name);
  execute format('alter table app.%I force row level security', table_name);
  execute format('create policy one_hub on app.%I to hubline_app using (hub_id = (select app.hub())) with check (hub_id = (select app.hub()))', table_name);
  -- The owner's own functions (app.find_clients) name the hub themselves; see the catalogue test's list of them.
  execute format('create policy owner_functions on app.%I for select to hubline_owner using (true)', table_name);
end $$;

-- Everything that makes a table into a table of records.
create procedure house.keep(table_name text) language plpgsql as $$
begin
  execute format('alter table app.%I add primary key (hub_id, id)', table_name);
  execute format('alter table app.%1$I add constraint %2$I unique (hub_id, reference)', table_name, table_name || '_reference_once');
  execute format('create trigger keep_former_version before update on app.%I for each row execute function house.keep_former_version()', table_name);
  execute format('grant select, insert, update on app.%I to hubline_app', table_name);
  call house.wall(table_name);
end $$;

call house.wall('history');
call house.wall('audit_entry');
create policy history_written on app.history for insert to hubline_owner with check (true);
grant select on app.history to hubline_app;
grant select, insert on app.audit_entry to hubline_app;

-- How often a hub's records have changed: a figure worked out at one count is right until the count moves on.
create table app.hub_change (
  hub_id  uuid primary key,
  changes bigint not null default 0
);
call house.wall('hub_change');
grant select, insert, update on app.hub_change to hubline_app;

-- The last number given out for references such as I-2122-00417.
create table app.reference_counter (
  hub_id uuid not null default app.hub(),
  kind   text not null,
  period text not null,
  last   integer not null default 0,
  primary key (hub_id, kind, period)
);
call house.wall('reference_counter');
grant select, insert, update on app.reference_counter to hubline_app;

-- Each write carries an identifier made by the browser; the same one again gets the first reply and does nothing.
create table app.received_request (
  hub_id     uuid not null default app.hub(),
  adviser_id uuid not null default app.actor(),
  key        uuid not null,
  procedure  text not null,
  input_hash text not null,
  reply      jsonb,
  at         timestamptz not null default now(),
  primary key (hub_id, adviser_id, key)
);
call house.wall('received_request');
grant select, insert, update on app.received_request to hubline_app;

-- Which district a postcode lies in: a sector that lies wholly in one district, or a whole postcode. Facts for all hubs.
create table app.postcode_district (
  prefix        text primary key,
  district_code text not null
);
grant select on app.postcode_district to hubline_app;

-- The district of a postcode, or null when it is not known. The longest prefix wins.
create function app.district_of(postcode text) returns text language sql stable
  as $$
    select district_code from app.postcode_district
    where prefix in (
      regexp_replace(upper(regexp_replace(postcode, '\s', '', 'g')), '^(.+)(\d[A-Z]{2})$', '\1 \2'),
      regexp_replace(upper(regexp_replace(postcode, '\s', '', 'g')), '^(.+)(\d)[A-Z]{2}$', '\1 \2'))
    order by length(prefix) desc limit 1
  $$;
