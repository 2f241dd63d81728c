-- A partner's row with a company number is about a company, whatever it is called: only rows without one are known by a
-- name as those of who is erased.
update house.personal_kind set found = 't.company_number is null and t.name ~* $3
  or exists (select from app.partner_support s where s.hub_id = t.hub_id and s.id in (t.partner_support_id, t.repeats_id) and s.person_id = any ($1))
  or exists (select from app.business_role r join app.business b on b.hub_id = r.hub_id and b.id = r.business_id
    where r.hub_id = t.hub_id and r.person_id = any ($1) and b.legal_form = ''sole_trader'' and (b.id = t.decided_business_id
      or exists (select from app.partner_support s where s.hub_id = t.hub_id and s.id in (t.partner_support_id, t.repeats_id) and s.business_id = b.id)))'
where kind = 'partner_return_row';

-- As in 0061, with why the document was voided, which may name them as its own name does. What is voided has a reason.
create or replace function app.erase_document(document uuid) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  hub uuid := app.hub();
  known boolean := exists (select from app.document_look k where k.hub_id = hub and k.document_id = document);
begin
  if not known then return false; end if;
  perform set_config('app.erasing', 'on', true);
  update app.document d set name = 'Erased document', void_reason = case when d.void_reason is not null then 'Erased' end
    where d.hub_id = hub and d.id = document;
  update app.history h set row = h.row || jsonb_build_object('name', 'Erased document', 'void_reason', case when h.row ->> 'void_reason' is not null then 'Erased' end)
    where h.hub_id = hub and h.kind = 'document' and h.id = document;
  perform set_config('app.erasing', 'off', true);
  return true;
end $$;
