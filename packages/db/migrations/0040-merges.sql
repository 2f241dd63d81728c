-- Merges: which record of a client became part of which, why, what the survivor took over, and every row that moved, so
-- that a merge can be taken back field for field however much later.

create table app.client_merge (like house.record including defaults including constraints,
  kind        text not null constraint client_merge_kind_is_known check (kind in ('business', 'person')),
  -- The record that became part of the other, and the one that remains. Of either kind, so no foreign key; see kind.
  merged_id   uuid not null,
  survivor_id uuid not null,
  reason      text,
  merged_at   timestamptz not null default now(),
  merged_by   uuid default app.actor(),
  -- What the survivor took over from the other, by column: as it was before, and as it was after.
  before      jsonb not null default '{}',
  after       jsonb not null default '{}',
  undone_at   timestamptz,
  undone_by   uuid
);
call house.keep('client_merge');
-- a record becomes part of one other at a time; undo-merge, client page: the merge of a record that stands
create unique index client_merge_stands_once on app.client_merge (hub_id, merged_id) where undone_at is null;
-- client page: what became part of this record; undo-merge: later merges into the same survivor
create index client_merge_of_survivor on app.client_merge (hub_id, survivor_id) where undone_at is null;

-- The rows that a merge moved: never changed, read backwards to take it back.
create table app.merged_row (
  hub_id          uuid not null default app.hub(),
  client_merge_id uuid not null,
  kind            text not null,
  "column"        text not null,
  row_id          uuid not null,
  primary key (hub_id, client_merge_id, kind, "column", row_id),
  foreign key (hub_id, client_merge_id) references app.client_merge (hub_id, id)
);
call house.wall('merged_row');
grant select, insert on app.merged_row to hubline_app;
