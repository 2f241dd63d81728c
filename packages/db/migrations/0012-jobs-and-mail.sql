-- Background jobs and mail. See docs/decisions/0020-background-jobs-are-our-own.md.

-- Something to be done after the transaction that asks for it, or at a later time.
create table app.background_job (
  hub_id     uuid not null default app.hub(),
  id         uuid not null default app.new_id(),
  kind       text not null,
  -- Names of records, never their contents: what is erased there must not live on here.
  input      jsonb not null,
  -- By which a later job takes the place of this one, or cancels it, while it waits.
  key        text,
  state      text not null default 'waiting' constraint background_job_state_is_known check (state in ('waiting', 'done', 'failed', 'cancelled')),
  run_at     timestamptz not null default now(),
  attempts   integer not null default 0,
  -- Why the last attempt came to nothing, as a sentence.
  trouble    text,
  -- The attempt that is at work, and until when it is believed to live: one that was killed is followed by another.
  held_by    uuid,
  held_until timestamptz,
  queued_at  timestamptz not null default now(),
  queued_by  uuid default app.actor(),
  request_id uuid default app.request(),
  ended_at   timestamptz,
  primary key (hub_id, id)
);
-- enqueue: a later job with the same key takes the place of the one that waits
create unique index background_job_key_waits_once on app.background_job (hub_id, key) where state = 'waiting';
-- due_jobs: what is to be done now
create index background_job_due on app.background_job (run_at) where state = 'waiting';
call house.wall('background_job');
grant select, insert, update on app.background_job to hubline_app;

-- Which jobs are due, in every hub: names only, and each hub in turn. A worker then enters one hub to take one job.
create function app.due_jobs(at timestamptz, most integer) returns table (hub_id uuid, id uuid)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select j.hub_id, j.id from (
      select t.hub_id, t.id, t.run_at, row_number() over (partition by t.hub_id order by t.run_at, t.id) as turn
      from app.background_job t
      where t.state = 'waiting' and t.run_at <= at and (t.held_until is null or t.held_until <= at)) j
    order by j.turn, j.run_at, j.id limit most
  $$;
revoke all on function app.due_jobs(timestamptz, integer) from public;
grant execute on function app.due_jobs(timestamptz, integer) to hubline_app;

-- A message to one person, and what became of it.
create table app.mail_message (like house.record including defaults including constraints,
  kind            text not null,
  to_address      text not null constraint mail_message_goes_to_one_address check (to_address ~ '^[^[:space:][:cntrl:]@<>",;:\\()]+@[^[:space:][:cntrl:]@<>",;:\\()]+$'),
  to_name         text constraint mail_message_name_is_one_line check (to_name !~ '[[:cntrl:]]'),
  reply_to        text constraint mail_message_is_answered_at_one_address check (reply_to ~ '^[^[:space:][:cntrl:]@<>",;:\\()]+@[^[:space:][:cntrl:]@<>",;:\\()]+$'),
  subject         text not null constraint mail_message_subject_is_one_line check (subject !~ '[[:cntrl:]]'),
  text            text not null,
  -- An invitation to a calendar, or its withdrawal.
  calendar_method text constraint mail_message_calendar_method_is_known check (calendar_method in ('REQUEST', 'CANCEL')),
  calendar        text,
  -- The link that stands for {link} in the text is made anew for each attempt, so that its secret is kept nowhere.
  link_purpose    text,
  link_id         uuid,
  -- The record that the message is about.
  about_kind      text,
  about_id        uuid,
  state           text not null default 'waiting' constraint mail_message_state_is_known check (state in ('waiting', 'sent', 'failed', 'kept')),
  -- Why it was not sent, as a sentence.
  reason          text,
  attempts        integer not null default 0,
  sent_at         timestamptz,
  constraint mail_message_calendar_has_a_method check ((calendar is null) = (calendar_method is null))
);
call house.keep('mail_message');
-- mail.outbox: the messages of one state, newest first
create index mail_message_of_state on app.mail_message (hub_id, state, id desc);
