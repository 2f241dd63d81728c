-- Which version of a definition a year is counted by, where one began in the middle of it: said when the year became a
-- draft, once. Never changed; a version that is published for the year afterwards counts it again.
create table app.year_definition (
  hub_id     uuid not null default app.hub(),
  year       text not null constraint year_definition_year_is_a_year check (year ~ '^\d{4}-\d\d$'),
  key        text not null,
  -- 1 is the one that Hubline brings.
  version    integer not null constraint year_definition_is_a_version check (version >= 1),
  chosen_at  timestamptz not null default now(),
  chosen_by  uuid not null default app.actor(),
  request_id uuid default app.request(),
  -- hub-catalogue.ts: what a hub chose for a year
  primary key (hub_id, year, key),
  foreign key (hub_id, chosen_by) references app.adviser (hub_id, id)
);
create trigger never_changed before update or delete or truncate on app.year_definition for each statement execute function house.refuse_definition_change();
grant select, insert on app.year_definition to hubline_app;
call house.wall('year_definition');
