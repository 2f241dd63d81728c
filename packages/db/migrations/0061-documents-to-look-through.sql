-- Documents also prove enquiries and answers to surveys; and those that name a person beside others are looked through once
-- the person is erased.
alter table app.document
  add column enquiry_id uuid,
  add column survey_response_id uuid,
  add foreign key (hub_id, enquiry_id) references app.enquiry (hub_id, id),
  add foreign key (hub_id, survey_response_id) references app.survey_response (hub_id, id),
  drop constraint document_proves_one_record,
  add constraint document_proves_one_record check (num_nonnulls(interaction_id, diagnostic_id, referral_id, skills_review_id, participation_id, event_id, attendance_id, grant_award_id, outcome_id, capital_project_id, capital_milestone_id, capital_funding_id, partner_support_id, enquiry_id, survey_response_id) = 1);
alter table app.document
  alter column record_kind set expression as (case
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
    when partner_support_id is not null then 'partner_support'
    when enquiry_id is not null then 'enquiry'
    when survey_response_id is not null then 'survey_response' end);
alter table app.document
  alter column record_id set expression as (coalesce(interaction_id, diagnostic_id, referral_id, skills_review_id, participation_id, event_id, attendance_id, grant_award_id, outcome_id, capital_project_id, capital_milestone_id, capital_funding_id, partner_support_id, enquiry_id, survey_response_id));

-- With those of their enquiries, of their answers to surveys and of the skills reviews to which they came.
update house.personal_kind set found = 't.record_id in (select r.id from app.interaction r where r.hub_id = t.hub_id and r.person_id = any ($1)
  union all select r.id from app.diagnostic r where r.hub_id = t.hub_id and r.person_id = any ($1)
  union all select r.id from app.referral r where r.hub_id = t.hub_id and r.person_id = any ($1)
  union all select r.id from app.participation r where r.hub_id = t.hub_id and r.person_id = any ($1)
  union all select r.id from app.attendance r where r.hub_id = t.hub_id and r.person_id = any ($1)
  union all select r.id from app.outcome r where r.hub_id = t.hub_id and r.person_id = any ($1)
  union all select r.id from app.partner_support r where r.hub_id = t.hub_id and r.person_id = any ($1)
  union all select r.id from app.enquiry r where r.hub_id = t.hub_id and r.person_id = any ($1)
  union all select r.id from app.survey_response r where r.hub_id = t.hub_id and r.person_id = any ($1)
  union all select r.id from app.skills_review r where r.hub_id = t.hub_id and (r.offered_to_id = any ($1) or lower(r.attendee_email) = any ($2)))'
where kind = 'document';

-- Documents of an event, of a project or with their name in its own, which stayed when somebody was erased: what a lead of
-- the hub found in them.
create table app.document_look (
  hub_id      uuid not null default app.hub(),
  erasure_id  uuid not null,
  document_id uuid not null,
  found       text constraint document_look_found_is_known check (found in ('nothing', 'theirs')),
  looked_at   timestamptz,
  looked_by   uuid,
  primary key (hub_id, erasure_id, document_id),
  foreign key (hub_id, erasure_id) references app.erasure (hub_id, id),
  foreign key (hub_id, document_id) references app.document (hub_id, id),
  foreign key (hub_id, looked_by) references app.adviser (hub_id, id),
  constraint document_look_is_whole check (num_nonnulls(found, looked_at, looked_by) in (0, 3))
);
call house.wall('document_look');
grant select, insert, update on app.document_look to hubline_app;

-- Erases one document of this hub that is to be looked through: its bytes, and its name in every version.
create function app.erase_document(document uuid) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  hub uuid := app.hub();
  known boolean := exists (select from app.document_look k where k.hub_id = hub and k.document_id = document);
begin
  if not known then return false; end if;
  perform set_config('app.erasing', 'on', true);
  update app.document d set name = 'Erased document' where d.hub_id = hub and d.id = document;
  update app.history h set row = h.row || jsonb_build_object('name', 'Erased document') where h.hub_id = hub and h.kind = 'document' and h.id = document;
  perform set_config('app.erasing', 'off', true);
  return true;
end $$;
revoke all on function app.erase_document(uuid) from public;
grant execute on function app.erase_document(uuid) to hubline_app;
