-- What partners send back of a year: the file as it was taken in, and what came of each of its rows.

create table app.partner_return (like house.record including defaults including constraints,
  organisation_id  uuid not null,
  year             text not null constraint partner_return_year_is_a_year check (year ~ '^\d{4}-\d{2}$'),
  received_on      date not null,
  received_by      uuid not null default app.actor(),
  -- Of the text of the list, in UTF-8.
  sha256           text not null,
  -- The number without names that came with it.
  partner_total_id uuid,
  foreign key (hub_id, organisation_id) references app.organisation (hub_id, id),
  foreign key (hub_id, received_by) references app.adviser (hub_id, id),
  foreign key (hub_id, partner_total_id) references app.partner_total (hub_id, id)
);
call house.keep('partner_return');
-- returns: those of a year, by partner; take-return: whether the list was taken in before
create unique index partner_return_list_once on app.partner_return (hub_id, year, organisation_id, sha256) where voided_at is null;

create table app.partner_return_row (like house.record including defaults including constraints,
  partner_return_id  uuid not null,
  -- Its number in the list.
  row                integer not null,
  outcome            text not null constraint partner_return_row_outcome_is_known check (outcome in ('matched', 'new', 'repeated', 'rejected')),
  name               text not null,
  -- Why it was not taken in, in words.
  says               text,
  partner_support_id uuid,
  foreign key (hub_id, partner_return_id) references app.partner_return (hub_id, id),
  foreign key (hub_id, partner_support_id) references app.partner_support (hub_id, id),
  constraint partner_return_row_is_whole check ((partner_support_id is not null) = (outcome in ('matched', 'new')))
);
call house.keep('partner_return_row');
-- returns, withdraw-return: the rows of a return
create index partner_return_row_of_return on app.partner_return_row (hub_id, partner_return_id, row);
