-- Why a headline is so far from the year before or from its target: asked before a year is signed off, and copied with it.
create table app.figure_explanation (like house.record including defaults including constraints,
  year          text not null constraint figure_explanation_year_is_a_year check (year ~ '^\d{4}-\d\d$'),
  indicator_key text not null,
  words         text not null
);
call house.keep('figure_explanation');
-- variances.ts, explain-year.ts, copy-figures.ts: the one explanation of a figure of a year
create unique index figure_explanation_once on app.figure_explanation (hub_id, year, indicator_key) where voided_at is null;

-- Who approved a restatement, where that is a person of the hub; else the name in approved_by is of somebody outside.
alter table app.sign_off
  add column approved_by_id uuid,
  add foreign key (hub_id, approved_by_id) references app.adviser (hub_id, id),
  add constraint sign_off_approver_is_another check (approved_by_id <> signed_by);
