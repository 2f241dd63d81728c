-- A unit that counts once for a programme, a course or a survey has an id of its own, made of the two: in signed-off lists
-- it is known by its client's reference.

-- As in 0058, with sole traders told by their reference.
create or replace procedure house.show_masked() language plpgsql as $$
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
    ['document', 'name', '''Document '' || t.reference'],
    ['skills_review', 'place_note', ''], ['skills_review', 'video_link', ''], ['skills_review', 'attendee_name', ''],
    ['skills_review', 'attendee_email', ''], ['skills_review', 'attendee_phone', ''], ['skills_review', 'cancel_reason', ''],
    ['signed_unit', 'name', 'case when t.kind = ''capital_project'' or t.kind = ''business'' and not exists (select from app.business b
      where b.hub_id = t.hub_id and b.reference = t.reference and b.legal_form = ''sole_trader'') then t.name else ''Client of '' || t.reference end']];
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

-- What signed-off lists have of people of this hub: they themselves, by id or by reference, and each record that stands in
-- a list under their name, as a referral or a post does where it has no business.
create function app.units_of_people(people uuid[]) returns table (sign_off_id uuid, key text, id uuid)
  language sql stable set search_path = pg_catalog, pg_temp
  as $$
  select u.sign_off_id, u.key, u.id from app.signed_unit u
  where u.hub_id = app.hub() and (
    u.kind = 'person' and (u.id = any (people)
      or u.reference = any (array(select p.reference from app.person p where p.hub_id = app.hub() and p.id = any (people))))
    or u.kind not in ('person', 'business', 'capital_project') and u.name not in ('Anonymous', 'No client named') and exists (select from (
      select r.business_id from app.interaction r where r.hub_id = u.hub_id and r.id = u.id and r.person_id = any (people)
      union all select r.business_id from app.diagnostic r where r.hub_id = u.hub_id and r.id = u.id and r.person_id = any (people)
      union all select r.business_id from app.referral r where r.hub_id = u.hub_id and r.id = u.id and r.person_id = any (people)
      union all select r.business_id from app.attendance r where r.hub_id = u.hub_id and r.id = u.id and r.person_id = any (people)
      union all select r.business_id from app.enquiry r where r.hub_id = u.hub_id and r.id = u.id and r.person_id = any (people)
      union all select r.business_id from app.partner_support r where r.hub_id = u.hub_id and r.id = u.id and r.person_id = any (people)
      union all select r.business_id from app.participation r where r.hub_id = u.hub_id and r.id = u.id and r.person_id = any (people)
      union all select r.business_id from app.outcome r where r.hub_id = u.hub_id and r.id = u.id and r.person_id = any (people)
      union all select r.business_id from app.survey_response r where r.hub_id = u.hub_id and r.id = u.id and r.person_id = any (people)) r
      where r.business_id is null or u.name = any (array(
        select p.given_name || ' ' || p.family_name from app.person p where p.hub_id = app.hub() and p.id = any (people)
        union all select (h.row ->> 'given_name') || ' ' || (h.row ->> 'family_name') from app.history h
          where h.hub_id = app.hub() and h.kind = 'person' and h.id = any (people)
        union all values ('Erased person')))))
$$;
revoke all on function app.units_of_people(uuid[]) from public;
grant execute on function app.units_of_people(uuid[]) to hubline_app;

-- What was noted of a unit that was drawn is about its client, whatever it counts once for.
update house.personal_kind set found = 't.unit_id = any ($1) or (t.evidence_sample_id, t.key, t.unit_id) in (
  select s.id, f.key, f.id from app.evidence_sample s join app.units_of_people($1) f on f.sign_off_id = s.sign_off_id where s.hub_id = app.hub())'
where kind = 'evidence_check';

-- As in 0054, with everything that signed-off lists have of them.
create or replace function app.erase_person(person uuid) returns table (kind text, records bigint, former bigint)
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  hub uuid := app.hub();
  people uuid[];
  mails text[];
  any_case text;
  spelled text;
  each record;
  sets text;
  patch text;
  is_alone text;
  live uuid[];
  done bigint;
  units bigint;
begin
  people := array(select p.id from app.person p where p.hub_id = hub and p.counts_as_id = person);
  select coalesce(array_agg(lower(k.email)) filter (where k.email is not null), '{}'),
    house.any_of(array_agg(k.given_name || ' ' || k.family_name) || array_agg(k.email) || array_agg(k.phone)),
    house.any_of(array_agg(k.given_name) || array_agg(k.family_name))
  into mails, any_case, spelled from (
    select p.given_name, p.family_name, p.email, p.phone from app.person p where p.hub_id = hub and p.id = any (people)
    union select h.row ->> 'given_name', h.row ->> 'family_name', h.row ->> 'email', h.row ->> 'phone'
    from app.history h where h.hub_id = hub and h.kind = 'person' and h.id = any (people)) k;
  -- A place is kept by its district: the postcode that told it goes.
  update app.person p set district_code = p.located_in where p.hub_id = hub and p.id = any (people) and p.district_code is null and p.located_in is not null;
  perform set_config('app.erasing', 'on', true);
  -- While their records still say what they were called.
  update app.signed_unit u set name = 'Erased person' from app.units_of_people(people) f
    where u.hub_id = hub and u.sign_off_id = f.sign_off_id and u.key = f.key and u.id = f.id;
  get diagnostics units = row_count;
  for each in select k.kind, k.found from house.personal_kind k order by k.kind = 'person', k.kind in ('attendance', 'skills_review'), k.kind loop
    is_alone := case when exists (select from pg_attribute a where a.attrelid = format('app.%I', each.kind)::regclass and a.attname = 'business_id')
      then 't.business_id is null' else 'false' end;
    select string_agg(format('%I = (%s)%s', c."column", house.erased_expression(c.does, c.value, format('t.%I::text', c."column"), is_alone),
        case when c.does = 'facts' then '::jsonb' else '' end), ', ') filter (where c."column" <> 'finder'),
      string_agg(format('case when h.row ->> %1$L is null then ''{}'' else jsonb_build_object(%1$L, (%2$s)%3$s) end', c."column",
        house.erased_expression(c.does, c.value, format('(h.row ->> %L)', c."column"), is_alone), case when c.does = 'facts' then '::jsonb' else '' end), ' || ')
    into sets, patch from house.personal_column c where c.kind = each.kind and c.does <> 'keep';
    if each.kind = 'mail_message' then
      sets := sets || ', state = case when t.state = ''waiting'' then ''kept'' else t.state end';
    end if;
    execute format('with touched as (update app.%I t set %s where t.hub_id = $5 and (%s) returning t.id) select array_agg(id) from touched', each.kind, sets, each.found)
      into live using people, mails, any_case, spelled, hub;
    execute format('with past as (select h.id, h.version, %3$s as patch from app.history h cross join lateral jsonb_populate_record(null::app.%1$I, h.row) t
        where h.hub_id = $5 and h.kind = %1$L and (h.id = any ($6) or %2$s)),
      touched as (update app.history h set row = h.row || past.patch from past
        where h.hub_id = $5 and h.kind = %1$L and h.id = past.id and h.version = past.version returning 1)
      select count(*) from touched', each.kind, each.found, patch)
      into done using people, mails, any_case, spelled, hub, live;
    if live is not null or done > 0 then
      kind := each.kind; records := coalesce(cardinality(live), 0); former := done;
      return next;
    end if;
  end loop;
  if units > 0 then kind := 'signed_unit'; records := units; former := 0; return next; end if;
  update app.audit_entry a set detail = house.without(a.detail::text, any_case, spelled)::jsonb
    where a.hub_id = hub and a.detail::text is distinct from house.without(a.detail::text, any_case, spelled);
  update app.received_request r set reply = null
    where r.hub_id = hub and r.reply is not null and r.reply::text is distinct from house.without(r.reply::text, any_case, spelled);
  perform set_config('app.erasing', 'off', true);
end $$;

-- Names that an erasure left in signed-off lists because they stood there for a course or a programme: they go now, and a
-- certificate of their own, behind the hub's last, says so (decision 0054). Does nothing where none was left.
create policy finishing on app.erasure for insert to hubline_owner with check (hub_id = (select app.hub()) and house.is_erasing());
create policy finishing on app.erased_list for insert to hubline_owner with check (hub_id = (select app.hub()) and house.is_erasing());
create procedure house.finish_erasures() language plpgsql as $$
declare
  hub_before constant text := coalesce(current_setting('app.hub_id', true), '');
  each app.erasure%rowtype;
  newest app.erasure%rowtype;
  certificate uuid;
  units bigint;
  touched text[];
  -- Of each list its sign-off, its key and the hash that it has now.
  lists text[][];
  content text[];
begin
  perform set_config('app.erasing', 'on', true);
  for each in select * from app.erasure e order by e.hub_id, e.number loop
    perform set_config('app.hub_id', each.hub_id::text, true);
    with gone as (
      update app.signed_unit u set name = 'Erased person' from app.units_of_people(each.person_ids) f
      where u.hub_id = each.hub_id and u.sign_off_id = f.sign_off_id and u.key = f.key and u.id = f.id and u.name <> 'Erased person'
      returning u.sign_off_id, u.key)
    select count(*), array_agg(distinct g.sign_off_id::text || ' ' || g.key) into units, touched from gone g;
    continue when units = 0;
    select array_agg(array[l.sign_off_id::text, l.key, l.units_hash] order by l.sign_off_id, l.key) into lists from (
      select u.sign_off_id, u.key, encode(sha256(convert_to(string_agg(to_json(array[u.id::text, u.kind, u.reference, u.name, u.district,
        u.first_on::text, u.last_on::text, u.amount, u.because])::text || chr(10), '' order by u.id), 'UTF8')), 'hex') as units_hash
      from app.signed_unit u where u.hub_id = each.hub_id and u.sign_off_id::text || ' ' || u.key = any (touched)
      group by u.sign_off_id, u.key) l;
    select * into newest from app.erasure e where e.hub_id = each.hub_id order by e.number desc limit 1;
    content := array[each.hub_id::text, (newest.number + 1)::text] || each.person_ids::text[]
      || array[each.reference, each.reason, to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), each.erased_by::text, each.erased_by_name]
      || array['signed_unit', units::text, '0'] || array(select unnest(lists));
    certificate := app.new_id();
    insert into app.erasure (hub_id, id, number, person_ids, reference, reason, erased_at, erased_by, erased_by_name, went, previous_hash, hash)
      values (each.hub_id, certificate, newest.number + 1, each.person_ids, each.reference, each.reason, now(), each.erased_by, each.erased_by_name,
        jsonb_build_array(jsonb_build_array('signed_unit', units, 0)), newest.hash,
        encode(sha256(convert_to(newest.hash || chr(10) || to_json(content)::text, 'UTF8')), 'hex'));
    insert into app.erased_list (hub_id, erasure_id, sign_off_id, key, units_hash)
      select each.hub_id, certificate, lists[n][1]::uuid, lists[n][2], lists[n][3] from generate_subscripts(lists, 1) n;
  end loop;
  perform set_config('app.erasing', 'off', true);
  perform set_config('app.hub_id', hub_before, true);
end $$;
call house.finish_erasures();
