-- Documents: the files that prove a record, as they were given. Their bytes are in the database: see
-- docs/decisions/0051-documents-are-kept-with-their-records.md.

create table app.document (like house.record including defaults including constraints,
  -- As the file was called, without a folder; its ending says what it is.
  name        text not null,
  -- By what is in it, never by what its sender says.
  media_type  text not null constraint document_media_type_is_known check (media_type in ('application/pdf', 'image/jpeg', 'image/png', 'text/plain', 'text/csv', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'application/vnd.oasis.opendocument.text')),
  size        integer not null constraint document_size_is_allowed check (size between 1 and 20971520),
  -- Of its bytes, 64 hex digits.
  sha256      text not null,
  attached_at timestamptz not null default now(),
  attached_by uuid not null default app.actor(),
  -- The record that it proves: one of these.
  interaction_id       uuid,
  diagnostic_id        uuid,
  referral_id          uuid,
  skills_review_id     uuid,
  participation_id     uuid,
  event_id             uuid,
  attendance_id        uuid,
  grant_award_id       uuid,
  outcome_id           uuid,
  capital_project_id   uuid,
  capital_milestone_id uuid,
  capital_funding_id   uuid,
  partner_support_id   uuid,
  record_kind text generated always as (case
    when interaction_id is not null then 'interaction'
    when diagnostic_id is not null then 'diagnostic'
    when referral_id is not null then 'referral'
    when skills_review_id is not null then 'skills_review'
    when participation_id is not null then 'participation'
    when event_id is not null then 'event'
    when attendance_id is not null then 'attendance'
    when grant_award_id is not null then 'grant_award'
    when outcome_id is not null then 'outcome'
    when capital_project_id is not null then 'capital_project'
    when capital_milestone_id is not null then 'capital_milestone'
    when capital_funding_id is not null then 'capital_funding'
    when partner_support_id is not null then 'partner_support' end) stored,
  record_id   uuid generated always as (coalesce(interaction_id, diagnostic_id, referral_id, skills_review_id, participation_id, event_id, attendance_id, grant_award_id, outcome_id, capital_project_id, capital_milestone_id, capital_funding_id, partner_support_id)) stored,
  constraint document_proves_one_record check (num_nonnulls(interaction_id, diagnostic_id, referral_id, skills_review_id, participation_id, event_id, attendance_id, grant_award_id, outcome_id, capital_project_id, capital_milestone_id, capital_funding_id, partner_support_id) = 1),
  foreign key (hub_id, attached_by) references app.adviser (hub_id, id),
  foreign key (hub_id, interaction_id) references app.interaction (hub_id, id),
  foreign key (hub_id, diagnostic_id) references app.diagnostic (hub_id, id),
  foreign key (hub_id, referral_id) references app.referral (hub_id, id),
  foreign key (hub_id, skills_review_id) references app.skills_review (hub_id, id),
  foreign key (hub_id, participation_id) references app.participation (hub_id, id),
  foreign key (hub_id, event_id) references app.event (hub_id, id),
  foreign key (hub_id, attendance_id) references app.attendance (hub_id, id),
  foreign key (hub_id, grant_award_id) references app.grant_award (hub_id, id),
  foreign key (hub_id, outcome_id) references app.outcome (hub_id, id),
  foreign key (hub_id, capital_project_id) references app.capital_project (hub_id, id),
  foreign key (hub_id, capital_milestone_id) references app.capital_milestone (hub_id, id),
  foreign key (hub_id, capital_funding_id) references app.capital_funding (hub_id, id),
  foreign key (hub_id, partner_support_id) references app.partner_support (hub_id, id)
);
call house.keep('document');
-- documents-of, audit pack: the documents of a record
create index document_of_record on app.document (hub_id, record_id, attached_at, id);

-- The bytes of a document in pieces, so that nobody holds a whole file in memory. Written once; only an erasure takes
-- them away.
create table app.document_part (
  hub_id      uuid not null default app.hub(),
  document_id uuid not null,
  place       integer not null,
  bytes       bytea not null,
  primary key (hub_id, document_id, place),
  foreign key (hub_id, document_id) references app.document (hub_id, id)
);
-- They are files, compressed already: the database need not try.
alter table app.document_part alter column bytes set storage external;
call house.wall('document_part');
grant select, insert on app.document_part to hubline_app;

-- Who is erased takes the documents of the records about them along, bytes and all. Those of a business's own records, of
-- an event and of a project stay.
insert into house.personal_kind values ('document', 't.record_id in (select r.id from app.interaction r where r.hub_id = t.hub_id and r.person_id = any ($1)
  union all select r.id from app.diagnostic r where r.hub_id = t.hub_id and r.person_id = any ($1)
  union all select r.id from app.referral r where r.hub_id = t.hub_id and r.person_id = any ($1)
  union all select r.id from app.participation r where r.hub_id = t.hub_id and r.person_id = any ($1)
  union all select r.id from app.attendance r where r.hub_id = t.hub_id and r.person_id = any ($1)
  union all select r.id from app.outcome r where r.hub_id = t.hub_id and r.person_id = any ($1)
  union all select r.id from app.partner_support r where r.hub_id = t.hub_id and r.person_id = any ($1))');
insert into house.personal_column values
  ('document', 'name', 'gone', 'Erased document', null),
  ('document', 'record_kind', 'keep', null, 'a kind of record'),
  ('document', 'sha256', 'keep', null, 'by it a file that was given out can be told to be this one; nobody reads a document out of it'),
  ('document', 'void_reason', 'names', null, null),
  ('document', 'reference', 'keep', null, 'by it the audit trail names the document');
create policy erasing on app.document for update to hubline_owner using (hub_id = (select app.hub())) with check (hub_id = (select app.hub()));
create policy erasing on app.document_part for delete to hubline_owner using (hub_id = (select app.hub()) and house.is_erasing());
create function house.erase_bytes() returns trigger language plpgsql as $$
begin
  delete from app.document_part p where p.hub_id = new.hub_id and p.document_id = new.id;
  return null;
end $$;
create trigger erase_bytes after update on app.document for each row
  when (current_user = 'hubline_owner' and current_setting('app.erasing', true) = 'on') execute function house.erase_bytes();

-- As in 0050, with the name of a document, which may be that of a person.
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
