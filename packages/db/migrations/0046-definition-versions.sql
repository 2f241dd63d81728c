-- A hub's own versions of definitions. Nothing here is ever changed or taken away: a change is a further version, so the
-- table is its own history. A figure that has none is counted by the definition that Hubline brings.
create table app.definition_version (
  hub_id         uuid not null default app.hub(),
  id             uuid not null default app.new_id(),
  key            text not null,
  version        integer not null constraint definition_version_follows_one check (version > 1),
  -- What was filled in, and the definition whole that it made.
  change         jsonb not null,
  definition     jsonb not null,
  -- The day from which it is said to apply, and the first year that is counted by it.
  from_on        date not null,
  from_year      text not null constraint definition_version_year_is_a_year check (from_year ~ '^\d{4}-\d\d$'),
  reason         text not null,
  published_at   timestamptz not null default now(),
  published_by   uuid not null default app.actor(),
  request_id     uuid default app.request(),
  primary key (hub_id, id),
  foreign key (hub_id, published_by) references app.adviser (hub_id, id),
  -- hub-catalogue.ts: the versions of a hub, and of one figure
  constraint definition_version_once unique (hub_id, key, version)
);

create function house.refuse_definition_change() returns trigger language plpgsql as $$
begin
  raise exception 'A published definition is never changed' using errcode = '42501', constraint = 'published_definition_is_never_changed';
end $$;
create trigger never_changed before update or delete or truncate on app.definition_version for each statement execute function house.refuse_definition_change();
grant select, insert on app.definition_version to hubline_app;
call house.wall('definition_version');
