-- Auditors: people from outside who look at figures and what stands behind them until a last day, and see no names.

alter table app.adviser drop constraint adviser_role_is_known;
alter table app.adviser add constraint adviser_role_is_known check (role in ('adviser', 'skills_broker', 'manager', 'admin', 'auditor'));
-- The last day on which an auditor comes in; an auditor without one does not come in at all.
alter table app.adviser add column last_day date;
grant select (last_day) on app.adviser to hubline_login;

-- The door as in 0002, asked by every request. Before an auditor whose days are over it stays shut, and says since when.
drop function auth.enter(bytea, uuid);
create function auth.enter(secret_hash bytea, request uuid)
  returns table (hub_id uuid, adviser_id uuid, account_id uuid, name text, email text, role text, idle_seconds integer, ended_on date)
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
  if a.role = 'auditor' and (a.last_day is null or a.last_day < (now() at time zone 'Europe/London')::date) then
    return query select s.hub_id, a.id, s.account_id, a.name, a.email, a.role, 0, coalesce(a.last_day, a.recorded_at::date);
    return;
  end if;
  perform set_config('app.hub_id', s.hub_id::text, true), set_config('app.adviser_id', a.id::text, true),
    set_config('app.request_id', request::text, true);
  return query select s.hub_id, a.id, s.account_id, a.name, a.email, a.role,
    extract(epoch from now() - s.last_seen_at)::integer, null::date;
end $$;
revoke all on function auth.enter(bytea, uuid) from public;
grant execute on function auth.enter(bytea, uuid) to hubline_app;

-- What an auditor is shown of tables that name individuals: views of the same names and columns, which stand before the
-- tables in an auditor's transactions (packages/db/src/masked.ts). A person goes by their reference; so does a sole
-- trader. Words that somebody typed about a client are not shown. Made anew behind the last migration: see migrate.ts.
create procedure house.show_masked() language plpgsql as $$
declare
  masks constant text[][] := array[
    ['person', 'given_name', '''Person'''],
    ['person', 'family_name', 't.reference'],
    ['person', 'finder', 'app.plain(''Person '' || t.reference)'],
    ['person', 'email', ''], ['person', 'phone', ''], ['person', 'postcode', ''],
    ['business', 'name', 'case when t.legal_form = ''sole_trader'' then ''Sole trader '' || t.reference else t.name end'],
    ['business', 'trading_name', 'case when t.legal_form = ''sole_trader'' then null else t.trading_name end'],
    ['business', 'finder', 'case when t.legal_form = ''sole_trader'' then app.plain(''Sole trader '' || t.reference) else t.finder end'],
    ['business', 'address', 'case when t.legal_form = ''sole_trader'' then null else t.address end'],
    ['business', 'postcode', 'case when t.legal_form = ''sole_trader'' then null else t.postcode end'],
    ['business', 'website', 'case when t.legal_form = ''sole_trader'' then null else t.website end'],
    ['business', 'vat_number', 'case when t.legal_form = ''sole_trader'' then null else t.vat_number end'],
    ['business', 'email', ''], ['business', 'phone', ''],
    ['business_role', 'job_title', ''],
    ['business_flag', 'reason', ''],
    ['organisation', 'email', ''],
    ['interaction', 'subject', ''], ['interaction', 'notes', ''],
    ['enquiry', 'subject', ''],
    ['case', 'next_step', ''],
    ['participation', 'pasted_as', ''],
    ['skills_review', 'place_note', ''], ['skills_review', 'video_link', ''], ['skills_review', 'attendee_name', ''],
    ['skills_review', 'attendee_email', ''], ['skills_review', 'attendee_phone', ''], ['skills_review', 'cancel_reason', ''],
    ['signed_unit', 'name', 'case when t.kind = ''capital_project'' or t.kind = ''business'' and not exists (select from app.business b
      where b.hub_id = t.hub_id and b.id = t.id and b.legal_form = ''sole_trader'') then t.name else ''Client of '' || t.reference end']];
  kind text;
  columns text;
  former text := '';
begin
  create schema masked;
  for kind in select distinct m from unnest(masks[:][1:1]) m order by 1 loop
    select string_agg(coalesce((select coalesce(nullif(masks[n][3], ''), 'null::' || format_type(a.atttypid, null)) || ' as ' || quote_ident(a.attname)
        from generate_subscripts(masks, 1) n where masks[n][1] = kind and masks[n][2] = a.attname), 't.' || quote_ident(a.attname)), ', ' order by a.attnum)
      into columns from pg_attribute a where a.attrelid = format('app.%I', kind)::regclass and a.attnum > 0 and not a.attisdropped;
    execute format('create view masked.%1$I with (security_invoker = true) as select %2$s from app.%1$I t', kind, columns);
    if kind <> 'signed_unit' then
      select string_agg(format('%L, %s', masks[n][2], coalesce(nullif(masks[n][3], ''), 'null')), ', ') into columns
        from generate_subscripts(masks, 1) n where masks[n][1] = kind;
      former := former || format(' when %1$L then h.row || (select jsonb_build_object(%2$s) from jsonb_populate_record(null::app.%1$I, h.row) t)', kind, columns);
    end if;
  end loop;
  execute 'create view masked.history with (security_invoker = true) as select h.hub_id, h.kind, h.id, h.version, case h.kind' || former
    || ' else h.row end as row, h.valid_from, h.valid_to, h.replaced_by, h.request_id from app.history h';
  grant usage on schema masked to hubline_app;
  grant select on all tables in schema masked to hubline_app;
end $$;
