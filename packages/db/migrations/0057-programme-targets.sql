-- What a figure of a programme should reach in a year, beside what the whole hub should reach (app.target, which bundles carry).
create table app.programme_target (like house.record including defaults including constraints,
  programme_id  uuid not null,
  year          text not null constraint programme_target_year_is_a_year check (year ~ '^\d{4}-\d{2}$'),
  indicator_key text not null,
  value         numeric not null,
  -- What each month from April should add; null goes evenly.
  profile       numeric[],
  constraint programme_target_profile_adds_up check (profile is null or (cardinality(profile) = 12 and 0 <= all (profile) and value = profile[1] + profile[2]
    + profile[3] + profile[4] + profile[5] + profile[6] + profile[7] + profile[8] + profile[9] + profile[10] + profile[11] + profile[12])),
  foreign key (hub_id, programme_id) references app.programme (hub_id, id)
);
call house.keep('programme_target');
-- programme-targets.ts, set-targets.ts: the targets of a programme in a year, one of each figure
create unique index programme_target_once on app.programme_target (hub_id, programme_id, year, indicator_key) where voided_at is null;
