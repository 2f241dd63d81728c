-- Few interactions are support to start a business: their figures need not go through all others of the year.
-- figures, and the lists behind them: the support of a year for starting a business
create index interaction_to_start on app.interaction (hub_id, occurred_on)
  include (id, business_id, person_id, kind, minutes, evidence_level, reference) where start_up_support and voided_at is null;
