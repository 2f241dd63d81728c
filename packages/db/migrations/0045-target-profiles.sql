-- How a target spreads over the year: what each month from April should add, or nothing where it goes evenly.
alter table app.target
  add column profile numeric[],
  add constraint target_profile_adds_up check (profile is null or (cardinality(profile) = 12 and 0 <= all (profile) and value = profile[1] + profile[2] + profile[3]
    + profile[4] + profile[5] + profile[6] + profile[7] + profile[8] + profile[9] + profile[10] + profile[11] + profile[12]));

-- A bundle brings targets without months: one that changes goes evenly again, rather than by months of another sum.
create function house.drop_profile_of_other_value() returns trigger language plpgsql as $$
begin
  if new.value <> old.value and new.profile is not distinct from old.profile then
    new.profile := null;
  end if;
  return new;
end $$;
create trigger drop_profile before update of value on app.target for each row execute function house.drop_profile_of_other_value();

-- board, set-targets: the targets of a year, one of each figure
create unique index target_once on app.target (hub_id, year, indicator_key) where voided_at is null;
drop index app.target_of_year;
