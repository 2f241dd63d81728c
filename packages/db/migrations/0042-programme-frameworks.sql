-- Which framework a programme is reported under, and the version of its definitions that holds for it: the one in force when
-- its funding was agreed.

alter table app.programme
  add column framework          text constraint programme_framework_is_known check (framework in ('erdf', 'ukspf')),
  add column definition_version integer,
  -- UKSPF: the least support that the lead authority lets count, in minutes; blank is any.
  add column minimum_minutes    integer constraint programme_minimum_minutes_in_range check (minimum_minutes between 1 and 100000),
  add constraint programme_framework_has_a_version check ((framework is null) = (definition_version is null));
