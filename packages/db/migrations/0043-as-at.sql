-- A hub as it was at an instant. For each table of records the schema as_at has a view of the same name and columns,
-- made of the versions that stood then; a transaction that looks there first asks the very queries of today about then.
-- The views are left out while migrations change the tables and made anew behind the last one: see migrate.ts.

-- The instant that this transaction asks about. Left unset it is null, and the views are empty.
create function app.as_at() returns timestamptz language sql stable parallel safe
  return nullif(current_setting('app.as_at', true), '')::timestamptz;

-- A record stood as the last of its versions that had been written by then. Asked by the version and not by when it was
-- replaced: a transaction that began earlier may replace what one that began later wrote. Everything is read with the
-- rights of who asks, so that the wall between hubs is that of the tables themselves.
create procedure house.show_as_at() language plpgsql as $$
declare
  table_name text;
begin
  create schema as_at;
  for table_name in
    select c.relname from pg_trigger t join pg_class c on c.oid = t.tgrelid where t.tgname = 'keep_former_version' order by 1
  loop
    execute format('create view as_at.%1$I with (security_invoker = true) as
      select t.* from app.%1$I t where t.recorded_at <= (select app.as_at())
      union all
      select r.* from (
        select distinct on (h.id) h.row from app.history h
        where h.hub_id = (select app.hub()) and h.kind = %1$L and h.valid_from <= (select app.as_at())
          and not exists (select from app.%1$I t where t.hub_id = h.hub_id and t.id = h.id and t.recorded_at <= (select app.as_at()))
        order by h.id, h.version desc) h cross join lateral jsonb_populate_record(null::app.%1$I, h.row) r', table_name);
  end loop;
  grant usage on schema as_at to hubline_app;
  grant select on all tables in schema as_at to hubline_app;
end $$;
