-- Samples of the lists that were signed off: whose evidence somebody looks at as an auditor would, and what they find.

-- One for each version that was signed off: who could draw again until it pleases would prove nothing.
create table app.evidence_sample (like house.record including defaults including constraints,
  sign_off_id uuid not null,
  -- The same seed draws the same units from the same list: see draw-sample.ts.
  seed        text not null,
  drawn_at    timestamptz not null default now(),
  drawn_by    uuid not null default app.actor(),
  foreign key (hub_id, sign_off_id) references app.sign_off (hub_id, id),
  foreign key (hub_id, drawn_by) references app.adviser (hub_id, id)
);
call house.keep('evidence_sample');
-- sample: the sample of a version
create unique index evidence_sample_once on app.evidence_sample (hub_id, sign_off_id);

-- A unit of a signed-off list that was drawn; without an outcome nobody has looked yet.
create table app.evidence_check (like house.record including defaults including constraints,
  evidence_sample_id uuid not null,
  key                text not null,
  unit_id            uuid not null,
  -- In the order in which it was drawn, from 1.
  place              integer not null,
  outcome            text constraint evidence_check_outcome_is_known check (outcome in ('seen', 'missing', 'not_acceptable')),
  note               text,
  checked_at         timestamptz,
  checked_by         uuid,
  foreign key (hub_id, evidence_sample_id) references app.evidence_sample (hub_id, id),
  foreign key (hub_id, checked_by) references app.adviser (hub_id, id),
  constraint evidence_check_says_who_looked check ((outcome is null) = (checked_by is null) and (outcome is null) = (checked_at is null)),
  constraint evidence_check_says_what_is_wrong check (outcome is null or outcome = 'seen' or note is not null)
);
call house.keep('evidence_check');
-- sample, sample-units: what was drawn of a figure
create unique index evidence_check_once on app.evidence_check (hub_id, evidence_sample_id, key, unit_id);
