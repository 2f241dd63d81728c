-- What a skills review asks and hears, and the training plan that follows from it.

-- A version of the questions. Once published it stays as it is, so that an answer is always read with the question that
-- was asked; a change is a new version.
create table app.review_template (like house.record including defaults including constraints,
  number       integer not null,
  -- Sections with their questions; the shape is domain/skills-reviews/template.ts.
  sections     jsonb not null constraint review_template_has_sections check (jsonb_typeof(sections) = 'array'),
  -- Null while it is a draft, which nobody is asked from.
  published_on date,
  constraint review_template_number_once unique (hub_id, number)
);
call house.keep('review_template');
-- edit-template: a hub works on one draft at a time
create unique index review_template_one_draft on app.review_template (hub_id) where published_on is null and voided_at is null;

create function house.keep_published_questions() returns trigger language plpgsql as $$
begin
  if old.published_on is not null and (new.sections <> old.sections or new.number <> old.number or new.published_on is distinct from old.published_on or new.voided_at is not null) then
    raise exception 'Published questions stay as they are' using errcode = '42501', constraint = 'review_template_published_stays';
  end if;
  return new;
end $$;
create trigger keep_published_questions before update on app.review_template
  for each row execute function house.keep_published_questions();

-- The form of one review, bound to the version of the questions with which it was begun.
create table app.review_form (like house.record including defaults including constraints,
  skills_review_id   uuid not null,
  review_template_id uuid not null,
  finished_at        timestamptz,
  foreign key (hub_id, skills_review_id) references app.skills_review (hub_id, id),
  foreign key (hub_id, review_template_id) references app.review_template (hub_id, id),
  constraint review_form_once unique (hub_id, skills_review_id)
);
call house.keep('review_form');

-- One answer of a review: to the question with that key in the version that the form is bound to.
create table app.review_answer (like house.record including defaults including constraints,
  skills_review_id uuid not null,
  question         text not null,
  value            jsonb not null,
  foreign key (hub_id, skills_review_id) references app.skills_review (hub_id, id),
  constraint review_answer_once unique (hub_id, skills_review_id, question)
);
call house.keep('review_answer');

-- So many people in a role, at a level: a line of the workforce as the review found it.
create table app.workforce_line (like house.record including defaults including constraints,
  skills_review_id uuid not null,
  -- The order in which the lines stand.
  place            numeric not null,
  role             text not null,
  role_group       text not null constraint workforce_line_role_group_is_known check (role_group in ('managers', 'professionals', 'technicians', 'administrative', 'skilled_trades', 'care_and_leisure', 'sales_and_service', 'operatives', 'elementary')),
  level            text constraint workforce_line_level_is_known check (level in ('entry', '1', '2', '3', '4', '5', '6', '7', '8', 'unregulated')),
  people           integer not null constraint workforce_line_people_in_range check (people between 1 and 100000),
  foreign key (hub_id, skills_review_id) references app.skills_review (hub_id, id)
);
call house.keep('workforce_line');
-- review form: the lines of one review
create index workforce_line_of_review on app.workforce_line (hub_id, skills_review_id) where voided_at is null;

-- A skill that people in a role lack, and how soon it is needed.
create table app.skills_gap (like house.record including defaults including constraints,
  skills_review_id uuid not null,
  place            numeric not null,
  role             text not null,
  role_group       text not null constraint skills_gap_role_group_is_known check (role_group in ('managers', 'professionals', 'technicians', 'administrative', 'skilled_trades', 'care_and_leisure', 'sales_and_service', 'operatives', 'elementary')),
  skill            text not null,
  skill_area       text not null constraint skills_gap_skill_area_is_known check (skill_area in ('leadership', 'technical', 'digital', 'green', 'essential', 'people', 'sales_and_marketing', 'finance_and_business', 'safety_and_compliance', 'care_and_health', 'other')),
  level            text constraint skills_gap_level_is_known check (level in ('entry', '1', '2', '3', '4', '5', '6', '7', '8', 'unregulated')),
  people           integer constraint skills_gap_people_in_range check (people between 1 and 100000),
  urgency          text not null constraint skills_gap_urgency_is_known check (urgency in ('now', 'this_year', 'later')),
  foreign key (hub_id, skills_review_id) references app.skills_review (hub_id, id)
);
call house.keep('skills_gap');
-- review form, training plan, skills demand: the gaps of a review
create index skills_gap_of_review on app.skills_gap (hub_id, skills_review_id) where voided_at is null;

-- A line of a training plan: who learns what, where, paid by whom and when. Uptake is a participation that names its line.
create table app.plan_line (like house.record including defaults including constraints,
  skills_review_id uuid not null,
  -- The gap that it closes, where it came from one.
  skills_gap_id    uuid,
  place            numeric not null,
  need             text not null,
  role_group       text constraint plan_line_role_group_is_known check (role_group in ('managers', 'professionals', 'technicians', 'administrative', 'skilled_trades', 'care_and_leisure', 'sales_and_service', 'operatives', 'elementary')),
  skill_area       text not null constraint plan_line_skill_area_is_known check (skill_area in ('leadership', 'technical', 'digital', 'green', 'essential', 'people', 'sales_and_marketing', 'finance_and_business', 'safety_and_compliance', 'care_and_health', 'other')),
  people           integer not null constraint plan_line_people_in_range check (people between 1 and 100000),
  level            text constraint plan_line_level_is_known check (level in ('entry', '1', '2', '3', '4', '5', '6', '7', '8', 'unregulated')),
  mode             text constraint plan_line_mode_is_known check (mode in ('at_work', 'classroom', 'day_release', 'online_live', 'online_own_time', 'blended')),
  -- The course that was matched to it.
  course_id        uuid,
  -- Who else could provide it, as the broker says it.
  provider_options text,
  funding_route    text constraint plan_line_funding_route_is_known check (funding_route in ('employer', 'levy', 'levy_transfer', 'apprenticeship_co_investment', 'bootcamp', 'adult_skills_fund', 'free_courses_for_jobs', 'hub_programme', 'learner_loan', 'no_cost')),
  -- For all the people of the line, after funding: what it costs the business.
  cost_pence       bigint constraint plan_line_cost_is_not_negative check (cost_pence >= 0),
  -- The first day of the month in which it should begin.
  target_month     date constraint plan_line_month_is_a_month check (extract(day from target_month) = 1),
  status           text not null default 'planned' constraint plan_line_status_is_known check (status in ('planned', 'enrolled', 'started', 'completed', 'dropped')),
  foreign key (hub_id, skills_review_id) references app.skills_review (hub_id, id),
  foreign key (hub_id, skills_gap_id) references app.skills_gap (hub_id, id),
  foreign key (hub_id, course_id) references app.course (hub_id, id)
);
call house.keep('plan_line');
-- training plan: the lines of one review; /reviews: how many were taken up
create index plan_line_of_review on app.plan_line (hub_id, skills_review_id) where voided_at is null;
-- training plan: which gaps have a line
create index plan_line_of_gap on app.plan_line (hub_id, skills_gap_id) where skills_gap_id is not null and voided_at is null;
