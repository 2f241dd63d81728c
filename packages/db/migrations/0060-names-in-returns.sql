-- What a partner's return calls a person goes with the person: in a row of what they were supported with, in one of a sole
-- trader that is theirs, and in any that bears their name. $3 is the pattern of what they were called.
insert into house.personal_kind values ('partner_return_row', 't.name ~* $3
  or exists (select from app.partner_support s where s.hub_id = t.hub_id and s.id in (t.partner_support_id, t.repeats_id) and s.person_id = any ($1))
  or exists (select from app.business_role r join app.business b on b.hub_id = r.hub_id and b.id = r.business_id
    where r.hub_id = t.hub_id and r.person_id = any ($1) and b.legal_form = ''sole_trader'' and (b.id = t.decided_business_id
      or exists (select from app.partner_support s where s.hub_id = t.hub_id and s.id in (t.partner_support_id, t.repeats_id) and s.business_id = b.id)))');
insert into house.personal_column values
  ('partner_return_row', 'name', 'gone', 'Erased', null),
  ('partner_return_row', 'postcode', 'gone', null, null),
  ('partner_return_row', 'company_number', 'keep', null, 'of a company, not a person'),
  ('partner_return_row', 'says', 'names', null, null),
  ('partner_return_row', 'note', 'names', null, null),
  ('partner_return_row', 'void_reason', 'names', null, null),
  ('partner_return_row', 'reference', 'keep', null, 'by it the return names the row');
create policy erasing on app.partner_return_row for update to hubline_owner using (hub_id = (select app.hub())) with check (hub_id = (select app.hub()));
