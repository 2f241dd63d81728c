-- The work: enquiries, cases, interactions, diagnostics, referrals and skills reviews.

create table app."case" (like house.record including defaults including constraints,
  business_id  uuid,
  person_id    uuid,
  kind         text not null constraint case_kind_is_known check (kind in ('start_up', 'growth', 'scale_up', 'in_difficulty', 'inward_investment', 'skills', 'grant_only')),
  programme_id uuid,
  owner_id     uuid,
  opened_on    date not null,
  status       text not null constraint case_status_is_known check (status in ('open', 'diagnosed', 'plan_agreed', 'in_delivery', 'dormant', 'closed')),
  closed_on    date,
  close_reason text,
  -- What the adviser does next, and by when.
  next_step    text,
  next_on      date,
  foreign key (hub_id, business_id) references app.business (hub_id, id),
  foreign key (hub_id, person_id) references app.person (hub_id, id),
  foreign key (hub_id, programme_id) references app.programme (hub_id, id),
  foreign key (hub_id, owner_id) references app.adviser (hub_id, id),
  constraint case_has_a_client check (num_nonnulls(business_id, person_id) >= 1),
  constraint case_closes_after_it_opens check (closed_on >= opened_on)
);
call house.keep('case');
-- caseload: one adviser's or the whole team's open cases
create index case_open_of_owner on app."case" (hub_id, owner_id, id) where status <> 'closed' and voided_at is null;
-- business page, person page: the timeline
create index case_of_business on app."case" (hub_id, business_id);
create index case_of_person on app."case" (hub_id, person_id);

create table app.enquiry (like house.record including defaults including constraints,
  business_id uuid,
  person_id   uuid,
  channel     text,
  received_on date not null,
  status      text not null constraint enquiry_status_is_known check (status in ('new', 'assigned', 'in_triage', 'answered', 'signposted', 'case_opened', 'referred', 'not_eligible', 'no_response', 'duplicate', 'spam')),
  closed_on   date,
  minutes     integer,
  subject     text,
  foreign key (hub_id, business_id) references app.business (hub_id, id),
  foreign key (hub_id, person_id) references app.person (hub_id, id),
  constraint enquiry_closes_after_it_comes check (closed_on >= received_on)
);
call house.keep('enquiry');
-- figures: the enquiries closed in a year
create index enquiry_closed on app.enquiry (hub_id, closed_on)
  include (id, business_id, person_id, status) where closed_on is not null and voided_at is null;
-- timelines
create index enquiry_of_business on app.enquiry (hub_id, business_id);
create index enquiry_of_person on app.enquiry (hub_id, person_id);

create table app.interaction (like house.record including defaults including constraints,
  business_id      uuid,
  person_id        uuid,
  case_id          uuid,
  kind             text not null constraint interaction_kind_is_known check (kind in ('advice_session', 'triage_call', 'diagnostic_meeting', 'account_management', 'mentoring', 'skills_review_meeting', 'site_visit', 'email_advice', 'admin_note', 'attempted_contact', 'intelligence')),
  channel          text not null constraint interaction_channel_is_known check (channel in ('face_to_face', 'video', 'telephone', 'email_website', 'letter', 'sms_chat', 'social_media', 'at_event')),
  occurred_on      date not null,
  minutes          integer not null constraint interaction_minutes_in_range check (minutes between 0 and 600),
  start_up_support boolean,
  adviser_id       uuid,
  programme_id     uuid,
  subject          text,
  notes            text,
  evidence_level   text constraint interaction_evidence_level_is_known check (evidence_level in ('none', 'self_declared', 'documented', 'verified')),
  foreign key (hub_id, business_id) references app.business (hub_id, id),
  foreign key (hub_id, person_id) references app.person (hub_id, id),
  foreign key (hub_id, case_id) references app."case" (hub_id, id),
  foreign key (hub_id, adviser_id) references app.adviser (hub_id, id),
  foreign key (hub_id, programme_id) references app.programme (hub_id, id),
  constraint interaction_has_a_client check (num_nonnulls(business_id, person_id) >= 1)
);
call house.keep('interaction');
-- figures: the interactions of a year, answered from the index alone
create index interaction_of_year on app.interaction (hub_id, occurred_on)
  include (id, business_id, person_id, kind, minutes, start_up_support, evidence_level) where voided_at is null;
-- timelines, last contact in the caseload
create index interaction_of_business on app.interaction (hub_id, business_id, occurred_on desc);
create index interaction_of_person on app.interaction (hub_id, person_id, occurred_on desc);
-- log-interaction: the channel that an adviser used last
create index interaction_of_adviser on app.interaction (hub_id, adviser_id, occurred_on desc);

create table app.diagnostic (like house.record including defaults including constraints,
  business_id      uuid,
  person_id        uuid,
  case_id          uuid,
  completed_on     date not null,
  start_up_support boolean,
  evidence_level   text constraint diagnostic_evidence_level_is_known check (evidence_level in ('none', 'self_declared', 'documented', 'verified')),
  foreign key (hub_id, business_id) references app.business (hub_id, id),
  foreign key (hub_id, person_id) references app.person (hub_id, id),
  foreign key (hub_id, case_id) references app."case" (hub_id, id),
  constraint diagnostic_has_a_client check (num_nonnulls(business_id, person_id) >= 1)
);
call house.keep('diagnostic');
-- figures: the diagnostics completed in a year
create index diagnostic_of_year on app.diagnostic (hub_id, completed_on)
  include (id, business_id, person_id, start_up_support, evidence_level) where voided_at is null;
-- timelines
create index diagnostic_of_business on app.diagnostic (hub_id, business_id);
create index diagnostic_of_person on app.diagnostic (hub_id, person_id);

create table app.referral (like house.record including defaults including constraints,
  business_id     uuid,
  person_id       uuid,
  organisation_id uuid not null,
  category        text not null,
  status          text not null constraint referral_status_is_known check (status in ('made', 'acknowledged', 'accepted', 'started', 'completed', 'declined_by_partner', 'declined_by_client', 'no_response', 'ineligible', 'withdrawn')),
  consent_on      date not null,
  made_on         date not null,
  accepted_on     date,
  started_on      date,
  completed_on    date,
  closed_on       date,
  result          text,
  adviser_id      uuid,
  foreign key (hub_id, business_id) references app.business (hub_id, id),
  foreign key (hub_id, person_id) references app.person (hub_id, id),
  foreign key (hub_id, organisation_id) references app.organisation (hub_id, id),
  foreign key (hub_id, adviser_id) references app.adviser (hub_id, id),
  constraint referral_has_a_client check (num_nonnulls(business_id, person_id) >= 1),
  constraint referral_accepted_has_a_day check (status <> 'accepted' or accepted_on is not null)
);
call house.keep('referral');
-- figures: referrals made in a year, and those accepted in a year
create index referral_made on app.referral (hub_id, made_on)
  include (id, business_id, person_id, status) where voided_at is null;
create index referral_accepted on app.referral (hub_id, accepted_on)
  include (id, business_id, person_id, status) where accepted_on is not null and voided_at is null;
-- timelines
create index referral_of_business on app.referral (hub_id, business_id);
create index referral_of_person on app.referral (hub_id, person_id);

create table app.skills_review (like house.record including defaults including constraints,
  business_id    uuid not null,
  broker_id      uuid,
  status         text not null constraint skills_review_status_is_known check (status in ('offered', 'declined', 'no_response', 'accepted', 'booked', 'cancelled', 'no_show', 'held', 'report_issued', 'plan_agreed', 'uptake_recorded', 'closed')),
  offered_on     date not null,
  offer_channel  text,
  booked_on      date,
  slot_start     timestamptz,
  slot_end       timestamptz,
  held_on        date,
  plan_agreed_on date,
  evidence_level text constraint skills_review_evidence_level_is_known check (evidence_level in ('none', 'self_declared', 'documented', 'verified')),
  foreign key (hub_id, business_id) references app.business (hub_id, id),
  foreign key (hub_id, broker_id) references app.adviser (hub_id, id),
  constraint skills_review_held_has_a_day check (status <> 'held' or held_on is not null),
  constraint skills_review_held_after_offer check (held_on >= offered_on),
  constraint skills_review_slot_ends_after_it_starts check (slot_end > slot_start),
  constraint skills_review_slot_has_both_ends check (num_nonnulls(slot_start, slot_end) <> 1),
  -- A broker is in one place at a time.
  constraint one_review_at_a_time exclude using gist
    (hub_id with =, broker_id with =, tstzrange(slot_start, slot_end) with &&)
    where (status = 'booked' and broker_id is not null and slot_start is not null and voided_at is null)
);
call house.keep('skills_review');
-- figures: offered, held and plan agreed in a year
create index skills_review_offered on app.skills_review (hub_id, offered_on)
  include (id, business_id, evidence_level) where voided_at is null;
create index skills_review_held on app.skills_review (hub_id, held_on)
  include (id, business_id, evidence_level) where held_on is not null and voided_at is null;
create index skills_review_plan_agreed on app.skills_review (hub_id, plan_agreed_on)
  include (id, business_id, evidence_level) where plan_agreed_on is not null and voided_at is null;
-- timelines
create index skills_review_of_business on app.skills_review (hub_id, business_id);
