-- Answers written by two people at once, lines that are only half filled in yet, and plans that a client agrees to.

-- A line is kept as it is typed, so it may say who before it says how many.
alter table app.workforce_line alter column role_group drop not null, alter column people drop not null;
alter table app.skills_gap alter column role_group drop not null;

-- A draft that was thrown away leaves its number to the next.
alter table app.review_template drop constraint review_template_number_once;
create unique index review_template_number_once on app.review_template (hub_id, number) where voided_at is null;

-- Where somebody wrote over an answer that they had not seen, the one written over stands beside it until it is settled.
alter table app.review_answer
  add column other_value jsonb,
  add column other_by_id uuid,
  add column other_at    timestamptz,
  add foreign key (hub_id, other_by_id) references app.adviser (hub_id, id);
alter table app.workforce_line
  add column other_value jsonb,
  add column other_by_id uuid,
  add column other_at    timestamptz,
  add foreign key (hub_id, other_by_id) references app.adviser (hub_id, id);
alter table app.skills_gap
  add column other_value jsonb,
  add column other_by_id uuid,
  add column other_at    timestamptz,
  add foreign key (hub_id, other_by_id) references app.adviser (hub_id, id);

-- A training plan put before the client, and what they said to it.
create table app.plan_agreement (like house.record including defaults including constraints,
  skills_review_id uuid not null,
  way              text not null constraint plan_agreement_way_is_known check (way in ('link', 'telephone', 'in_person', 'email')),
  -- Where the link went, and when.
  sent_to          text,
  sent_at          timestamptz,
  answer           text constraint plan_agreement_answer_is_known check (answer in ('agreed', 'changes_asked')),
  answered_at      timestamptz,
  -- The name of whoever said it.
  said_by          text,
  note             text,
  -- The lines of the plan as they stood when it was said.
  lines            jsonb,
  foreign key (hub_id, skills_review_id) references app.skills_review (hub_id, id),
  constraint plan_agreement_answer_is_whole check (num_nonnulls(answer, answered_at, said_by, lines) in (0, 4))
);
call house.keep('plan_agreement');
-- training plan: what was asked and answered, newest first
create index plan_agreement_of_review on app.plan_agreement (hub_id, skills_review_id, id desc) where voided_at is null;
