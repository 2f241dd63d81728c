-- Offers of skills reviews: who was asked by whom and what they said; and the lists that brokers call their way down.

alter table app.skills_review
  add column offered_by_id  uuid,
  -- The person to whom the offer was made.
  add column offered_to_id  uuid,
  add column answered_on    date,
  add column decline_reason text constraint skills_review_decline_reason_is_known check (decline_reason in ('no_time', 'no_need', 'trains_in_house', 'has_provider', 'cost_of_training', 'other')),
  -- The day on which the first line of the plan was seen to be taken up.
  add column uptake_on      date,
  add foreign key (hub_id, offered_by_id) references app.adviser (hub_id, id),
  add foreign key (hub_id, offered_to_id) references app.person (hub_id, id);
-- list-reviews: the reviews of one broker, newest offer first
create index skills_review_of_broker on app.skills_review (hub_id, broker_id, offered_on);
-- broker-month: what was answered, booked and taken up in a span of days
create index skills_review_answered on app.skills_review (hub_id, answered_on) where answered_on is not null and voided_at is null;
create index skills_review_booked on app.skills_review (hub_id, booked_on) where booked_on is not null and voided_at is null;
create index skills_review_uptake on app.skills_review (hub_id, uptake_on) where uptake_on is not null and voided_at is null;
-- recent-changes: what one person changed in the last day
create index skills_review_recorded_by on app.skills_review (hub_id, recorded_by, recorded_at);

-- Businesses chosen by what is known of them, to be called one after the other.
create table app.call_list (like house.record including defaults including constraints,
  name       text not null,
  -- What was asked of the businesses; the shape is domain/skills-reviews/call-list.ts.
  criteria   jsonb not null,
  made_by_id uuid not null,
  foreign key (hub_id, made_by_id) references app.adviser (hub_id, id)
);
call house.keep('call_list');

-- One business's place on a call list, and what came of the call.
create table app.call_list_entry (like house.record including defaults including constraints,
  call_list_id     uuid not null,
  place            integer not null,
  business_id      uuid not null,
  outcome          text constraint call_list_entry_outcome_is_known check (outcome in ('accepted', 'declined', 'offered', 'no_answer', 'wrong_contact', 'call_back')),
  outcome_at       timestamptz,
  outcome_by_id    uuid,
  call_back_on     date,
  -- How often it was called, this list only.
  attempts         integer not null default 0,
  -- The review that was offered, or whose offer was answered.
  skills_review_id uuid,
  -- The attempt that was logged.
  interaction_id   uuid,
  foreign key (hub_id, call_list_id) references app.call_list (hub_id, id),
  foreign key (hub_id, business_id) references app.business (hub_id, id),
  foreign key (hub_id, outcome_by_id) references app.adviser (hub_id, id),
  foreign key (hub_id, skills_review_id) references app.skills_review (hub_id, id),
  foreign key (hub_id, interaction_id) references app.interaction (hub_id, id),
  constraint call_list_entry_business_once unique (hub_id, call_list_id, business_id),
  constraint call_list_entry_outcome_has_a_time check (num_nonnulls(outcome, outcome_at, outcome_by_id) in (0, 3)),
  constraint call_list_entry_call_back_has_a_day check ((outcome is not distinct from 'call_back') = (call_back_on is not null))
);
call house.keep('call_list_entry');
-- claim-next, call-list-page: the entries of a list in their order
create index call_list_entry_of_list on app.call_list_entry (hub_id, call_list_id, place);
-- call-list-candidates: businesses that wait on a list already
create index call_list_entry_waiting on app.call_list_entry (hub_id, business_id) where outcome is null and voided_at is null;
-- undo-review: the entry from which an offer came
create index call_list_entry_of_review on app.call_list_entry (hub_id, skills_review_id) where skills_review_id is not null;
-- recent-changes: what one person logged in the last day
create index call_list_entry_logged_by on app.call_list_entry (hub_id, outcome_by_id, outcome_at) where outcome is not null;

-- Who is calling a business just now, so that nobody else does. No record: it is forgotten when its time is up.
create table app.call_list_claim (
  hub_id             uuid not null default app.hub(),
  call_list_entry_id uuid not null,
  adviser_id         uuid not null,
  until              timestamptz not null,
  primary key (hub_id, call_list_entry_id),
  foreign key (hub_id, call_list_entry_id) references app.call_list_entry (hub_id, id),
  foreign key (hub_id, adviser_id) references app.adviser (hub_id, id)
);
call house.wall('call_list_claim');
grant select, insert, update on app.call_list_claim to hubline_app;
