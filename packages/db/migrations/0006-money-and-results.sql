-- Grants, outcomes, capital projects, surveys, what partners report, and targets.

create table app.grant_award (like house.record including defaults including constraints,
  business_id         uuid not null,
  scheme              text not null,
  programme_id        uuid,
  regime              text not null constraint grant_award_regime_is_known check (regime in ('mfa', 'spei', 'de_minimis', 'small_amount', 'streamlined_route', 'not_a_subsidy')),
  amount_pence        bigint not null constraint grant_award_amount_is_not_negative check (amount_pence >= 0),
  offered_on          date,
  client_confirmed_on date,
  accepted_on         date,
  paid_on             date,
  status              text not null constraint grant_award_status_is_known check (status in ('enquiry', 'applied', 'approved', 'rejected', 'withdrawn', 'offer_issued', 'offer_accepted', 'in_delivery', 'paid', 'recovered')),
  foreign key (hub_id, business_id) references app.business (hub_id, id),
  foreign key (hub_id, programme_id) references app.programme (hub_id, id)
);
call house.keep('grant_award');
-- figures: grants accepted in a year
create index grant_award_accepted on app.grant_award (hub_id, accepted_on)
  include (id, business_id, status) where accepted_on is not null and voided_at is null;
-- timelines
create index grant_award_of_business on app.grant_award (hub_id, business_id);

create table app.capital_project (like house.record including defaults including constraints,
  name                 text not null,
  site                 text,
  district_code        text,
  lep_investment_pence bigint constraint capital_project_investment_is_not_negative check (lep_investment_pence >= 0),
  programme_id         uuid,
  foreign key (hub_id, programme_id) references app.programme (hub_id, id)
);
call house.keep('capital_project');

create table app.capital_milestone (like house.record including defaults including constraints,
  capital_project_id uuid not null,
  milestone          text not null constraint capital_milestone_milestone_is_known check (milestone in ('approved', 'contracted', 'start_on_site', 'practical_completion', 'operational')),
  forecast_on        date,
  actual_on          date,
  foreign key (hub_id, capital_project_id) references app.capital_project (hub_id, id)
);
call house.keep('capital_milestone');
-- record page of a project
create index capital_milestone_of_project on app.capital_milestone (hub_id, capital_project_id);
-- figures: milestones reached in a year
create index capital_milestone_reached on app.capital_milestone (hub_id, actual_on) where actual_on is not null;

create table app.capital_funding (like house.record including defaults including constraints,
  capital_project_id uuid not null,
  source             text not null constraint capital_funding_source_is_known check (source in ('lep', 'public', 'private')),
  amount_pence       bigint not null constraint capital_funding_amount_is_not_negative check (amount_pence >= 0),
  state              text not null constraint capital_funding_state_is_known check (state in ('forecast', 'contracted', 'defrayed')),
  defrayed_on        date,
  verified_on        date,
  foreign key (hub_id, capital_project_id) references app.capital_project (hub_id, id)
);
call house.keep('capital_funding');
-- record page of a project
create index capital_funding_of_project on app.capital_funding (hub_id, capital_project_id);
-- figures: money that left the bank in a year
create index capital_funding_defrayed on app.capital_funding (hub_id, defrayed_on) where defrayed_on is not null;

create table app.outcome (like house.record including defaults including constraints,
  kind               text not null constraint outcome_kind_is_known check (kind in ('job_created', 'job_safeguarded', 'construction_job', 'investment_private', 'investment_public', 'business_started', 'new_product_to_firm', 'new_product_to_market', 'qualification_gained', 'employment_entered', 'other')),
  business_id        uuid,
  person_id          uuid,
  capital_project_id uuid,
  programme_id       uuid,
  state              text not null constraint outcome_state_is_known check (state in ('forecast', 'contracted', 'claimed', 'evidenced', 'verified', 'rejected', 'withdrawn')),
  -- The day that decides: post filled, money defrayed, trading began, retention confirmed.
  occurred_on        date not null,
  hours_per_week     numeric,
  full_time_week     numeric constraint outcome_full_time_week_is_positive check (full_time_week > 0),
  expected_months    integer,
  at_risk_noted_on   date,
  amount_pence       bigint constraint outcome_amount_is_not_negative check (amount_pence >= 0),
  -- The claim that adds to the organisation's total, where two funds touch one outcome.
  is_primary         boolean,
  evidence_level     text constraint outcome_evidence_level_is_known check (evidence_level in ('none', 'self_declared', 'documented', 'verified')),
  verified_by_id     uuid,
  verified_on        date,
  foreign key (hub_id, business_id) references app.business (hub_id, id),
  foreign key (hub_id, person_id) references app.person (hub_id, id),
  foreign key (hub_id, capital_project_id) references app.capital_project (hub_id, id),
  foreign key (hub_id, programme_id) references app.programme (hub_id, id),
  foreign key (hub_id, verified_by_id) references app.adviser (hub_id, id),
  constraint outcome_verified_by_someone check (state <> 'verified' or num_nonnulls(verified_by_id, verified_on) = 2),
  constraint outcome_job_has_hours check (kind <> 'job_created' or hours_per_week is not null),
  constraint outcome_investment_has_amount check (kind not in ('investment_private', 'investment_public') or amount_pence is not null)
);
call house.keep('outcome');
-- figures: the outcomes of a year, by kind
create index outcome_of_year on app.outcome (hub_id, kind, occurred_on);
-- timelines
create index outcome_of_business on app.outcome (hub_id, business_id);
create index outcome_of_person on app.outcome (hub_id, person_id);
create index outcome_of_project on app.outcome (hub_id, capital_project_id);

create table app.survey (like house.record including defaults including constraints,
  family         text not null constraint survey_family_is_known check (family in ('sitrep', 'skills_for_growth', 'satisfaction', 'follow_up')),
  title          text not null,
  fieldwork_from date not null,
  fieldwork_to   date,
  constraint survey_ends_after_it_begins check (fieldwork_to >= fieldwork_from)
);
call house.keep('survey');

create table app.survey_response (like house.record including defaults including constraints,
  survey_id    uuid not null,
  -- Null: the answer was anonymous.
  business_id  uuid,
  person_id    uuid,
  submitted_on date not null,
  valid        boolean not null,
  score        integer constraint survey_response_score_in_range check (score between 1 and 5),
  foreign key (hub_id, survey_id) references app.survey (hub_id, id),
  foreign key (hub_id, business_id) references app.business (hub_id, id),
  foreign key (hub_id, person_id) references app.person (hub_id, id)
);
call house.keep('survey_response');
-- figures: the answers of a year
create index survey_response_of_year on app.survey_response (hub_id, submitted_on)
  include (id, survey_id, business_id, valid, score) where voided_at is null;
-- timelines
create index survey_response_of_business on app.survey_response (hub_id, business_id);
create index survey_response_of_person on app.survey_response (hub_id, person_id);

create table app.partner_support (like house.record including defaults including constraints,
  organisation_id uuid not null,
  business_id     uuid,
  person_id       uuid,
  supported_on    date not null,
  minutes         integer,
  evidence_level  text constraint partner_support_evidence_level_is_known check (evidence_level in ('none', 'self_declared', 'documented', 'verified')),
  foreign key (hub_id, organisation_id) references app.organisation (hub_id, id),
  foreign key (hub_id, business_id) references app.business (hub_id, id),
  foreign key (hub_id, person_id) references app.person (hub_id, id),
  constraint partner_support_has_a_client check (num_nonnulls(business_id, person_id) >= 1)
);
call house.keep('partner_support');
-- figures: what partners did in a year
create index partner_support_of_year on app.partner_support (hub_id, supported_on)
  include (id, business_id, person_id, evidence_level) where voided_at is null;
-- timelines
create index partner_support_of_business on app.partner_support (hub_id, business_id);
create index partner_support_of_person on app.partner_support (hub_id, person_id);

create table app.partner_total (like house.record including defaults including constraints,
  organisation_id uuid not null,
  year            text not null constraint partner_total_year_is_a_year check (year ~ '^\d{4}-\d{2}$'),
  indicator_key   text not null,
  value           numeric not null,
  note            text,
  foreign key (hub_id, organisation_id) references app.organisation (hub_id, id)
);
call house.keep('partner_total');
-- board: what partners added without names, on a line of its own
create index partner_total_of_year on app.partner_total (hub_id, year);

create table app.target (like house.record including defaults including constraints,
  indicator_key text not null,
  year          text not null constraint target_year_is_a_year check (year ~ '^\d{4}-\d{2}$'),
  value         numeric not null
);
call house.keep('target');
-- board: the targets of a year
create index target_of_year on app.target (hub_id, year, indicator_key);
