-- The end of a year: where its figures stand, and what was signed off. Nothing here is ever changed or taken away, by
-- nobody: a restatement is a further version. How the hashes are made is written in docs/decisions/0024.

-- One signing of one year. `number` counts the hub's sign-offs of all years: each is chained to the one before.
create table app.sign_off (
  hub_id         uuid not null default app.hub(),
  id             uuid not null default app.new_id(),
  number         integer not null,
  year           text not null constraint sign_off_year_is_a_year check (year ~ '^\d{4}-\d\d$'),
  version        integer not null,
  -- Why the figures were issued again.
  reason         text,
  signed_at      timestamptz not null default now(),
  signed_by      uuid not null default app.actor(),
  -- As it was then.
  signed_by_name text not null,
  previous_hash  text not null,
  primary key (hub_id, id),
  foreign key (hub_id, signed_by) references app.adviser (hub_id, id),
  constraint sign_off_number_once unique (hub_id, number),
  constraint sign_off_version_once unique (hub_id, year, version),
  constraint sign_off_restated_with_reason check ((version = 1) = (reason is null))
);

create table app.signed_figure (
  hub_id             uuid not null default app.hub(),
  sign_off_id        uuid not null,
  -- In the order of the chain, from 1.
  position           integer not null,
  key                text not null,
  title              text not null,
  unit               text not null,
  value              text,
  units              integer not null,
  definition_version integer not null,
  -- The definition whole, its sentence, and which days and districts were asked for: as text, as it was hashed.
  definition         text not null,
  words              text not null,
  parameters         text not null,
  units_hash         text not null,
  hash               text not null,
  primary key (hub_id, sign_off_id, position),
  foreign key (hub_id, sign_off_id) references app.sign_off (hub_id, id),
  constraint signed_figure_key_once unique (hub_id, sign_off_id, key)
);

create table app.signed_unit (
  hub_id      uuid not null default app.hub(),
  sign_off_id uuid not null,
  key         text not null,
  id          uuid not null,
  kind        text not null,
  reference   text not null,
  name        text not null,
  district    text,
  first_on    date not null,
  last_on     date not null,
  amount      text,
  -- Every record that brought it in: kind, id, reference, day and amount of each, as it was hashed.
  because     text not null,
  primary key (hub_id, sign_off_id, key, id),
  foreign key (hub_id, sign_off_id) references app.sign_off (hub_id, id)
);
-- signed-units.ts: a page of the list behind a signed-off figure
create index signed_unit_by_name on app.signed_unit (hub_id, sign_off_id, key, name, id);

-- The steps of a year, from 1: the last says where it stands, and a year without any is live.
create table app.year_step (
  hub_id      uuid not null default app.hub(),
  id          uuid not null default app.new_id(),
  year        text not null constraint year_step_year_is_a_year check (year ~ '^\d{4}-\d\d$'),
  number      integer not null,
  state       text not null constraint year_step_state_is_known check (state in ('draft', 'checked', 'signed_off', 'published', 'restated')),
  note        text,
  sign_off_id uuid,
  moved_at    timestamptz not null default now(),
  moved_by    uuid not null default app.actor(),
  request_id  uuid default app.request(),
  primary key (hub_id, id),
  foreign key (hub_id, moved_by) references app.adviser (hub_id, id),
  foreign key (hub_id, sign_off_id) references app.sign_off (hub_id, id),
  constraint year_step_number_once unique (hub_id, year, number),
  constraint year_step_signs check ((state in ('signed_off', 'restated')) = (sign_off_id is not null))
);

-- Also for the owner, and for whoever is given more rights one day.
create function house.refuse_signed_change() returns trigger language plpgsql as $$
begin
  raise exception 'What is signed off is never changed' using errcode = '42501', constraint = 'signed_off_is_never_changed';
end $$;

-- Figures and units come in the transaction of their sign-off; nothing joins them later.
create function house.refuse_late_signing() returns trigger language plpgsql as $$
begin
  if exists (select from (select distinct hub_id, sign_off_id from added) a join app.sign_off s on s.hub_id = a.hub_id and s.id = a.sign_off_id
      where s.signed_at <> now()) then
    raise exception 'What is signed off is never changed' using errcode = '42501', constraint = 'signed_off_is_never_changed';
  end if;
  return null;
end $$;
create trigger signed_together after insert on app.signed_figure referencing new table as added for each statement execute function house.refuse_late_signing();
create trigger signed_together after insert on app.signed_unit referencing new table as added for each statement execute function house.refuse_late_signing();

do $$
declare
  table_name text;
begin
  foreach table_name in array array['sign_off', 'signed_figure', 'signed_unit', 'year_step'] loop
    execute format('create trigger never_changed before update or delete or truncate on app.%I for each statement execute function house.refuse_signed_change()', table_name);
    execute format('grant select, insert on app.%I to hubline_app', table_name);
    call house.wall(table_name);
  end loop;
end $$;
