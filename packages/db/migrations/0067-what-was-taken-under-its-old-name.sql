-- taken.ts: what was taken out of a hub, the last first. The tables of skills demand were once noted as demand.published.
drop index app.audit_entry_taken;
create index audit_entry_taken on app.audit_entry (hub_id, id) where what ~ '\.(asked|downloaded|published)$';
-- taken.ts: of what was asked for, whether it was made
create index audit_entry_made on app.audit_entry (hub_id, request_id) where what ~ '\.downloaded$';
