-- A partner's return is received first, decided row by row, and taken in later; and a partner is asked for it by a day.

alter table app.partner_return
  -- Of those that were taken in as they came, nobody kept by whom and when: by who received them, that day.
  add column awaits boolean not null default false,
  add column taken_on date,
  add column taken_by uuid,
  -- The file that was chosen; a pasted list has none, and its fingerprint is of its text.
  add column file_name text,
  add column sheet text not null default '',
  add foreign key (hub_id, taken_by) references app.adviser (hub_id, id),
  add constraint partner_return_taken_by_somebody check ((taken_on is null) = (taken_by is null) and not (awaits and taken_on is not null));
drop index app.partner_return_list_once;
-- receive-return: whether the list was brought in before. A return without a list has the fingerprint of nothing.
create unique index partner_return_list_once on app.partner_return (hub_id, year, organisation_id, sha256, sheet)
  where voided_at is null and sha256 <> 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

alter table app.partner_return_row
  -- Nothing has come of it yet.
  alter column outcome drop not null,
  drop constraint partner_return_row_is_whole,
  add constraint partner_return_row_is_whole check ((partner_support_id is not null) = coalesce(outcome in ('matched', 'new'), false)),
  add column company_number text,
  add column postcode text,
  add column supported_on date,
  add column minutes integer,
  -- What had to be supposed in reading it.
  add column note text,
  -- What somebody said of a row that may mean several businesses.
  add column decided text constraint partner_return_row_decided_is_known check (decided in ('business', 'new')),
  add column decided_business_id uuid,
  add column decided_by uuid,
  -- What was told before, where the row repeats it.
  add column repeats_id uuid,
  add foreign key (hub_id, decided_business_id) references app.business (hub_id, id),
  add foreign key (hub_id, decided_by) references app.adviser (hub_id, id),
  add foreign key (hub_id, repeats_id) references app.partner_support (hub_id, id),
  add constraint partner_return_row_decided_by_somebody check ((decided is null) = (decided_by is null) and (decided_business_id is not null) = coalesce(decided = 'business', false));

create table app.partner_ask (like house.record including defaults including constraints,
  organisation_id uuid not null,
  year            text not null constraint partner_ask_year_is_a_year check (year ~ '^\d{4}-\d{2}$'),
  asked_on        date not null,
  asked_by        uuid not null default app.actor(),
  due_on          date not null,
  constraint partner_ask_due_later check (due_on >= asked_on),
  foreign key (hub_id, organisation_id) references app.organisation (hub_id, id),
  foreign key (hub_id, asked_by) references app.adviser (hub_id, id)
);
call house.keep('partner_ask');
-- ask-return, returns: when a partner was asked for a year's return
create unique index partner_ask_once on app.partner_ask (hub_id, year, organisation_id) where voided_at is null;
