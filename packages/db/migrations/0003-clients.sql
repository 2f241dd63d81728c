-- Businesses and people: equal clients, linked to each other over time.

-- A client counts as the end of its merge chain, and lies in its district or in that of its postcode.
create function house.derive_client() returns trigger language plpgsql as $$
begin
  new.counts_as_id := coalesce(new.counts_as_id, new.merged_into_id, new.id);
  if tg_op = 'INSERT' or new.district_code is distinct from old.district_code or new.postcode is distinct from old.postcode then
    new.located_in := coalesce(new.district_code, case when new.postcode is not null then app.district_of(new.postcode) end);
  end if;
  return new;
end $$;

create table app.business (like house.record including defaults including constraints,
  name             text not null,
  trading_name     text,
  legal_form       text not null constraint business_legal_form_is_known check (legal_form in ('limited_company', 'plc', 'llp', 'sole_trader', 'partnership', 'cic', 'charity', 'cio', 'registered_society', 'public_body', 'education', 'overseas', 'unknown')),
  company_number   text,
  charity_number   text,
  vat_number       text,
  sic_code         text,
  trading_status   text constraint business_trading_status_is_known check (trading_status in ('pre_trading', 'trading', 'dormant', 'in_difficulty', 'insolvent', 'ceased')),
  incorporated_on  date,
  trading_since    date,
  address          text,
  town             text,
  postcode         text,
  district_code    text,
  employees_fte    numeric,
  turnover_pence   bigint,
  measured_on      date,
  website          text,
  phone            text,
  email            text,
  merged_into_id   uuid,
  -- The business at the end of the merge chain; itself when it is not merged.
  counts_as_id     uuid not null,
  -- The district, or that of the postcode; null when unknown.
  located_in       text,
  -- What Find looks through: everything by which people ask for a business.
  finder           text not null generated always as (app.plain(
    name || ' ' || coalesce(trading_name, '') || ' ' || coalesce(town, ''))) stored,
  constraint business_merge_is_not_itself check (merged_into_id <> id)
);
call house.keep('business');
alter table app.business
  add foreign key (hub_id, merged_into_id) references app.business (hub_id, id),
  add foreign key (hub_id, counts_as_id) references app.business (hub_id, id);
create trigger derive_client before insert or update on app.business for each row execute function house.derive_client();
-- figures: every record of a merged business counts as the survivor's
create index business_counts_as on app.business (hub_id, counts_as_id) where merged_into_id is not null;
-- find, possible-duplicates: names with typing errors
create index business_finder on app.business using gin (hub_id, finder public.gin_trgm_ops);
-- find, possible-duplicates: by number, postcode, e-mail, phone
create index business_company_number on app.business (hub_id, upper(company_number)) where company_number is not null;
create index business_charity_number on app.business (hub_id, charity_number) where charity_number is not null;
create index business_postcode on app.business (hub_id, upper(replace(postcode, ' ', ''))) where postcode is not null;
create index business_email on app.business (hub_id, lower(email)) where email is not null;
create index business_phone on app.business (hub_id, right(regexp_replace(phone, '\D', '', 'g'), 9)) where phone is not null;

create table app.person (like house.record including defaults including constraints,
  given_name     text not null,
  family_name    text not null,
  email          text,
  phone          text,
  postcode       text,
  district_code  text,
  -- The day on which the person began to trade; null while not trading.
  trading_since  date,
  merged_into_id uuid,
  counts_as_id   uuid not null,
  located_in     text,
  finder         text not null generated always as (app.plain(given_name || ' ' || family_name)) stored,
  constraint person_merge_is_not_itself check (merged_into_id <> id)
);
call house.keep('person');
alter table app.person
  add foreign key (hub_id, merged_into_id) references app.person (hub_id, id),
  add foreign key (hub_id, counts_as_id) references app.person (hub_id, id);
create trigger derive_client before insert or update on app.person for each row execute function house.derive_client();
-- figures: every record of a merged person counts as the survivor's
create index person_counts_as on app.person (hub_id, counts_as_id) where merged_into_id is not null;
-- find, possible-duplicates
create index person_finder on app.person using gin (hub_id, finder public.gin_trgm_ops);
create index person_email on app.person (hub_id, lower(email)) where email is not null;
create index person_postcode on app.person (hub_id, upper(replace(postcode, ' ', ''))) where postcode is not null;
create index person_phone on app.person (hub_id, right(regexp_replace(phone, '\D', '', 'g'), 9)) where phone is not null;

create table app.business_role (like house.record including defaults including constraints,
  person_id   uuid not null,
  business_id uuid not null,
  job_title   text,
  is_main     boolean,
  from_on     date,
  to_on       date,
  foreign key (hub_id, person_id) references app.person (hub_id, id),
  foreign key (hub_id, business_id) references app.business (hub_id, id),
  constraint business_role_ends_after_it_begins check (to_on >= from_on)
);
call house.keep('business_role');
-- business page, person page: who is linked to whom
create index business_role_of_business on app.business_role (hub_id, business_id);
create index business_role_of_person on app.business_role (hub_id, person_id);

-- "These two are not the same": said once, never asked again.
create table app.not_a_duplicate (like house.record including defaults including constraints,
  kind     text not null constraint not_a_duplicate_kind_is_known check (kind in ('business', 'person')),
  one_id   uuid not null,
  other_id uuid not null
);
call house.keep('not_a_duplicate');
