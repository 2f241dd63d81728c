-- A person is erased where they stand: what they are known by goes, from the records, their former versions and the
-- copies of signed-off lists, and what figures need stays. See docs/decisions/0054-a-person-is-erased-where-they-stand.md.

-- The certificate: that somebody was erased, without a word about them. Never changed.
create table app.erasure (
  hub_id          uuid not null default app.hub(),
  id              uuid not null default app.new_id(),
  -- The hub's erasures, from 1, each chained to the one before.
  number          integer not null,
  -- The record and those that had become part of it.
  person_ids      uuid[] not null,
  reference       text not null,
  reason          text not null constraint erasure_reason_is_known check (reason in ('asked', 'kept_long_enough', 'should_not_be_here')),
  erased_at       timestamptz not null default now(),
  erased_by       uuid not null default app.actor(),
  erased_by_name  text not null,
  -- By kind: how many records, and how many of their former versions.
  went            jsonb not null,
  previous_hash   text not null,
  hash            text not null,
  primary key (hub_id, id),
  foreign key (hub_id, erased_by) references app.adviser (hub_id, id),
  constraint erasure_number_once unique (hub_id, number)
);
-- The hash of a signed-off list from which a name went: `hub verify` holds the list to the last of these.
create table app.erased_list (
  hub_id      uuid not null default app.hub(),
  erasure_id  uuid not null,
  sign_off_id uuid not null,
  key         text not null,
  units_hash  text not null,
  primary key (hub_id, erasure_id, sign_off_id, key),
  foreign key (hub_id, erasure_id) references app.erasure (hub_id, id),
  foreign key (hub_id, sign_off_id) references app.sign_off (hub_id, id)
);
do $$
declare
  table_name text;
begin
  foreach table_name in array array['erasure', 'erased_list'] loop
    execute format('create trigger never_changed before update or delete or truncate on app.%I for each statement execute function house.refuse_signed_change()', table_name);
    execute format('grant select, insert on app.%I to hubline_app', table_name);
    call house.wall(table_name);
  end loop;
end $$;

-- What is known of people, and where: the rows of a kind that are about a person ($1: ids, $2: their e-mail addresses).
create table house.personal_kind (kind text primary key, found text not null);
insert into house.personal_kind values
  ('person', 't.id = any ($1)'),
  ('business_role', 't.person_id = any ($1)'),
  ('case', 't.person_id = any ($1)'),
  ('enquiry', 't.person_id = any ($1)'),
  ('interaction', 't.person_id = any ($1)'),
  ('diagnostic', 't.person_id = any ($1)'),
  ('referral', 't.person_id = any ($1)'),
  ('participation', 't.person_id = any ($1)'),
  ('attendance', 't.person_id = any ($1)'),
  ('outcome', 't.person_id = any ($1)'),
  ('partner_support', 't.person_id = any ($1)'),
  ('survey_response', 't.person_id = any ($1)'),
  ('offer_letter', 't.person_id = any ($1)'),
  ('skills_review', 't.offered_to_id = any ($1) or lower(t.attendee_email) = any ($2)'),
  ('plan_agreement', 'lower(t.sent_to) = any ($2) or exists (select from app.skills_review s where s.hub_id = t.hub_id and s.id = t.skills_review_id and s.offered_to_id = any ($1))'),
  ('registration', 'lower(t.email) = any ($2) or exists (select from app.attendance a where a.hub_id = t.hub_id and a.id = t.attendance_id and a.person_id = any ($1))'),
  ('booking_request', 'lower(t.email) = any ($2)'),
  ('mail_message', 'lower(t.to_address) = any ($2) or lower(t.reply_to) = any ($2)'),
  ('client_merge', 't.merged_id = any ($1) or t.survivor_id = any ($1)'),
  ('evidence_check', 't.unit_id = any ($1)');

-- Each of their columns that can say something of a person, and what becomes of it. `gone`: it becomes the value here.
-- `words`: gone where the row is the person's alone, else only their name and contacts are taken out. `names`: always the
-- latter. `facts`: the personal facts are taken out of a list of facts. `keep`: why it stays. A column of text or JSON of
-- one of these kinds without a line fails a test; `reference`, closed lists, days and numbers need none.
create table house.personal_column (
  kind text not null references house.personal_kind, "column" text not null,
  does text not null check (does in ('gone', 'words', 'names', 'facts', 'keep')), value text, why text, primary key (kind, "column")
);
insert into house.personal_column
  select kind, 'void_reason', 'names', null, null from house.personal_kind
  union all select kind, 'reference', 'keep', null, 'by it the figures, the certificate and whoever sent the record name it' from house.personal_kind;
insert into house.personal_column values
  ('person', 'given_name', 'gone', 'Erased', null),
  ('person', 'family_name', 'gone', 'person', null),
  ('person', 'email', 'gone', null, null),
  ('person', 'phone', 'gone', null, null),
  ('person', 'postcode', 'gone', null, null),
  ('person', 'finder', 'gone', 'erased person', 'made from the name'),
  ('person', 'district_code', 'keep', null, 'where a person counts'),
  ('person', 'located_in', 'keep', null, 'where a person counts'),
  ('business_role', 'job_title', 'gone', null, null),
  ('case', 'next_step', 'words', null, null),
  ('case', 'close_reason', 'words', null, null),
  ('enquiry', 'subject', 'words', null, null),
  ('enquiry', 'channel', 'keep', null, 'how it came'),
  ('interaction', 'subject', 'words', null, null),
  ('interaction', 'notes', 'words', null, null),
  ('referral', 'result', 'words', null, null),
  ('referral', 'category', 'keep', null, 'figures are given by it'),
  ('participation', 'pasted_as', 'gone', null, null),
  ('offer_letter', 'reason', 'names', null, null),
  ('skills_review', 'offer_channel', 'keep', null, 'how it was offered'),
  ('skills_review', 'place_note', 'names', null, null),
  ('skills_review', 'video_link', 'keep', null, 'a room, not a person'),
  ('skills_review', 'attendee_name', 'gone', null, null),
  ('skills_review', 'attendee_email', 'gone', null, null),
  ('skills_review', 'attendee_phone', 'gone', null, null),
  ('skills_review', 'cancel_reason', 'names', null, null),
  ('skills_review', 'attendees', 'names', null, null),
  ('plan_agreement', 'sent_to', 'gone', null, null),
  ('plan_agreement', 'said_by', 'gone', null, null),
  ('plan_agreement', 'note', 'names', null, null),
  ('plan_agreement', 'lines', 'keep', null, 'the plan of a business'),
  ('registration', 'given_name', 'gone', 'Erased', null),
  ('registration', 'family_name', 'gone', 'person', null),
  ('registration', 'business_name', 'gone', null, null),
  ('registration', 'email', 'gone', null, null),
  ('registration', 'phone', 'gone', null, null),
  ('registration', 'access_needs', 'gone', null, null),
  ('registration', 'consent_words', 'keep', null, 'our words, the same for all'),
  ('booking_request', 'given_name', 'gone', 'Erased', null),
  ('booking_request', 'family_name', 'gone', 'person', null),
  ('booking_request', 'business_name', 'names', null, null),
  ('booking_request', 'email', 'gone', 'erased@example.invalid', null),
  ('booking_request', 'phone', 'gone', null, null),
  ('booking_request', 'consent_words', 'keep', null, 'our words, the same for all'),
  ('mail_message', 'kind', 'keep', null, 'which of our letters it was'),
  ('mail_message', 'to_address', 'gone', 'erased@example.invalid', null),
  ('mail_message', 'to_name', 'gone', null, null),
  ('mail_message', 'reply_to', 'gone', null, null),
  ('mail_message', 'subject', 'gone', 'Erased', null),
  ('mail_message', 'text', 'gone', 'Erased', null),
  ('mail_message', 'calendar', 'gone', null, null),
  ('mail_message', 'calendar_method', 'gone', null, 'stands only with an entry for the calendar'),
  ('mail_message', 'link_purpose', 'keep', null, 'what the link was for'),
  ('mail_message', 'about_kind', 'keep', null, 'a kind of record'),
  ('mail_message', 'reason', 'names', null, null),
  ('client_merge', 'reason', 'names', null, null),
  ('client_merge', 'before', 'facts', null, null),
  ('client_merge', 'after', 'facts', null, null),
  ('evidence_check', 'key', 'keep', null, 'which figure'),
  ('evidence_check', 'note', 'names', null, null);

-- Text without some names: those of the first list in any case of letters, those of the second as they are spelled.
create function house.without(words text, in_any_case text, as_spelled text) returns text
  language sql immutable parallel safe
  return regexp_replace(regexp_replace(words, in_any_case, '[erased]', 'gi'), as_spelled, '[erased]', 'g');
-- A pattern for any of some texts where they stand as words; one that fits nothing where there is none.
create function house.any_of(texts text[]) returns text
  language sql immutable parallel safe
  return coalesce((select '(?<!\w)(?:' || string_agg(regexp_replace(t, '([^[:alnum:][:space:]])', '\\\1', 'g'), '|' order by length(t) desc, t) || ')(?!\w)'
    from (select distinct t from unnest(texts) t where length(btrim(t)) > 1) u), '(?!)');

-- The only ways into what is never changed: the erasure of a person, by the owner's own function below.
create function house.is_erasing() returns boolean language sql stable
  return current_user = 'hubline_owner' and coalesce(current_setting('app.erasing', true), '') = 'on';
create or replace function house.refuse_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and house.is_erasing() then return new; end if;
  raise exception 'The history is never changed' using errcode = '42501', constraint = 'history_is_never_changed';
end $$;
create or replace function house.refuse_signed_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and tg_table_name = 'signed_unit' and house.is_erasing() then return null; end if;
  raise exception 'What is signed off is never changed' using errcode = '42501', constraint = 'signed_off_is_never_changed';
end $$;
do $$
declare
  table_name text;
begin
  for table_name in select kind from house.personal_kind union all values ('history'), ('audit_entry'), ('received_request'), ('signed_unit') loop
    execute format('create policy erasing on app.%I for update to hubline_owner using (hub_id = (select app.hub())) with check (hub_id = (select app.hub()))', table_name);
  end loop;
end $$;
-- stay_erased: what was erased is looked up at each change of a person
create index erasure_of_people on app.erasure using gin (person_ids);

-- What becomes of a column, as SQL: `value` is an expression of its text, `is_alone` one that is true for a row of the
-- person alone. Patterns are $3 and $4.
create function house.erased_expression(does text, becomes text, value text, is_alone text) returns text
  language sql immutable
  return case does
    when 'gone' then coalesce(quote_literal(becomes), 'null::text')
    when 'words' then format('case when %s then null else house.without(%s, $3, $4) end', is_alone, value)
    when 'names' then format('house.without(%s, $3, $4)', value)
    when 'facts' then format('((%s)::jsonb - array[''given_name'', ''family_name'', ''email'', ''phone'', ''postcode''])::text', value)
  end;

-- Erases a person of this hub with every record that became part of theirs. Gives what went: how many rows of which
-- kind, and how many former versions of them. The caller writes the certificate.
create function app.erase_person(person uuid) returns table (kind text, records bigint, former bigint)
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
  update app.signed_unit u set name = 'Erased person' where u.hub_id = hub and u.id = any (people);
  get diagnostics done = row_count;
  if done > 0 then kind := 'signed_unit'; records := done; former := 0; return next; end if;
  update app.audit_entry a set detail = house.without(a.detail::text, any_case, spelled)::jsonb
    where a.hub_id = hub and a.detail::text is distinct from house.without(a.detail::text, any_case, spelled);
  update app.received_request r set reply = null
    where r.hub_id = hub and r.reply is not null and r.reply::text is distinct from house.without(r.reply::text, any_case, spelled);
  perform set_config('app.erasing', 'off', true);
end $$;
revoke all on function app.erase_person(uuid) from public;
grant execute on function app.erase_person(uuid) to hubline_app;

-- Who was erased stays so, whatever an older file or an open form still says.
create function house.stay_erased() returns trigger language plpgsql as $$
begin
  if exists (select from app.erasure e where e.hub_id = old.hub_id and e.person_ids @> array[old.id]) then
    new.given_name := old.given_name;
    new.family_name := old.family_name;
    new.email := null;
    new.phone := null;
    new.postcode := null;
  end if;
  return new;
end $$;
create trigger a_stay_erased before update on app.person for each row execute function house.stay_erased();
