-- A list behind a figure names the records that bring a unit in: with their references beside what is asked of them, it
-- too is answered from the index alone, as its figure is.
drop index app.interaction_of_year;
-- figures, and the lists behind them: the interactions of a year
create index interaction_of_year on app.interaction (hub_id, occurred_on)
  include (id, business_id, person_id, kind, minutes, start_up_support, evidence_level, reference) where voided_at is null;
