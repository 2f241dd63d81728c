-- The sheets of a year's pack as they were when it was signed off, so that the pack of a version is the same for ever.
-- See docs/decisions/0056-the-sheets-are-kept-with-the-figures.md.

-- A sheet of a sign-off: its columns, how many rows it has, and their hash. Each is chained to the sheet before, and the
-- first to the last figure.
create table app.signed_sheet (
  hub_id      uuid not null default app.hub(),
  sign_off_id uuid not null,
  -- In the order of the pack, from 1.
  position    integer not null,
  name        text not null,
  -- JSON text: a list of [name, kind], as it was hashed.
  columns     text not null,
  rows        integer not null,
  rows_hash   text not null,
  hash        text not null,
  primary key (hub_id, sign_off_id, position),
  foreign key (hub_id, sign_off_id) references app.sign_off (hub_id, id),
  constraint signed_sheet_name_once unique (hub_id, sign_off_id, name)
);

-- The rows of a sheet, a thousand to a part: each row the JSON text of a list of texts and nulls, a line feed after it.
create table app.signed_sheet_part (
  hub_id      uuid not null default app.hub(),
  sign_off_id uuid not null,
  name        text not null,
  -- From 1.
  part        integer not null,
  rows        integer not null,
  lines       text not null,
  primary key (hub_id, sign_off_id, name, part),
  foreign key (hub_id, sign_off_id) references app.sign_off (hub_id, id)
);

create trigger signed_together after insert on app.signed_sheet referencing new table as added for each statement execute function house.refuse_late_signing();
create trigger signed_together after insert on app.signed_sheet_part referencing new table as added for each statement execute function house.refuse_late_signing();

do $$
declare
  table_name text;
begin
  foreach table_name in array array['signed_sheet', 'signed_sheet_part'] loop
    execute format('create trigger never_changed before update or delete or truncate on app.%I for each statement execute function house.refuse_signed_change()', table_name);
    execute format('grant select, insert on app.%I to hubline_app', table_name);
    call house.wall(table_name);
  end loop;
end $$;
