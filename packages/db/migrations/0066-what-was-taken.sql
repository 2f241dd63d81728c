-- taken.ts: what was taken out of a hub, the last first
create index audit_entry_taken on app.audit_entry (hub_id, id) where what ~ '\.(asked|downloaded)$';
