-- Booking a skills review: how each adviser's days are set out, when they are away, the hub's rooms, and times that are
-- held for somebody who is still filling in a form.

create table app.diary (like house.record including defaults including constraints,
  adviser_id     uuid not null,
  -- [{"weekday": 1, "from": 540, "to": 1020}]: Monday is 1, minutes of the clock in London.
  hours          jsonb not null constraint diary_hours_are_a_list check (jsonb_typeof(hours) = 'array'),
  -- Kept free before and after a visit.
  travel_minutes integer not null constraint diary_travel_minutes_in_range check (travel_minutes between 0 and 240),
  review_minutes integer not null constraint diary_review_minutes_in_range check (review_minutes between 15 and 480),
  -- How long before, and how far ahead, somebody outside may book.
  notice_hours   integer not null constraint diary_notice_hours_in_range check (notice_hours between 0 and 336),
  days_ahead     integer not null constraint diary_days_ahead_in_range check (days_ahead between 1 and 180),
  video_link     text,
  foreign key (hub_id, adviser_id) references app.adviser (hub_id, id),
  constraint diary_of_adviser_once unique (hub_id, adviser_id)
);
call house.keep('diary');

create table app.absence (like house.record including defaults including constraints,
  adviser_id uuid not null,
  kind       text not null constraint absence_kind_is_known check (kind in ('leave', 'meeting', 'training', 'other')),
  title      text,
  starts_at  timestamptz not null,
  ends_at    timestamptz not null,
  foreign key (hub_id, adviser_id) references app.adviser (hub_id, id),
  constraint absence_ends_after_it_starts check (ends_at > starts_at)
);
call house.keep('absence');
-- diaries.ts: who is away in some days
create index absence_in_diary on app.absence (hub_id, adviser_id, ends_at) where voided_at is null;

create table app.room (like house.record including defaults including constraints,
  name    text not null,
  address text,
  seats   integer constraint room_seats_in_range check (seats between 1 and 1000),
  -- A closed room keeps its name on what was booked in it, and is no longer offered.
  is_open boolean not null default true
);
call house.keep('room');

alter table app.skills_review
  add column place          text constraint skills_review_place_is_known check (place in ('their_site', 'our_room', 'video', 'telephone')),
  add column place_note     text,
  add column room_id        uuid,
  add column video_link     text,
  -- Who comes, as the booking says; the person's own record may say something newer.
  add column attendee_name  text,
  add column attendee_email text,
  add column attendee_phone text,
  add column cancel_reason  text,
  -- How often the invitation was sent anew: every change and the cancellation count one up (RFC 5546, SEQUENCE).
  add column invitation     integer not null default 0,
  add column held_minutes   integer constraint skills_review_held_minutes_in_range check (held_minutes between 1 and 600),
  add column attendees      text,
  add foreign key (hub_id, room_id) references app.room (hub_id, id),
  -- A room holds one review at a time. Asked when the statement ends, as one_review_at_a_time is.
  add constraint one_review_in_a_room exclude using gist
    (hub_id with =, room_id with =, tstzrange(slot_start, slot_end) with &&)
    where (status = 'booked' and room_id is not null and slot_start is not null and voided_at is null)
    deferrable initially immediate;
-- diaries.ts: what is booked, was held or was missed in some days
create index skills_review_in_diary on app.skills_review (hub_id, slot_start) where slot_start is not null and voided_at is null;

-- A time kept for somebody who has not confirmed yet. No record: nothing is counted by it and it is gone in minutes.
create table app.held_time (
  hub_id      uuid not null default app.hub(),
  id          uuid not null default app.new_id(),
  broker_id   uuid not null,
  -- The review that it is for, where there is one already.
  review_id   uuid,
  slot_start  timestamptz not null,
  slot_end    timestamptz not null,
  is_visit    boolean not null default false,
  held_until  timestamptz not null,
  -- Given back, run out, or turned into a booking.
  released_at timestamptz,
  primary key (hub_id, id),
  foreign key (hub_id, broker_id) references app.adviser (hub_id, id),
  foreign key (hub_id, review_id) references app.skills_review (hub_id, id),
  constraint held_time_ends_after_it_starts check (slot_end > slot_start),
  constraint one_hold_at_a_time exclude using gist
    (hub_id with =, broker_id with =, tstzrange(slot_start, slot_end) with &&) where (released_at is null)
);
call house.wall('held_time');
grant select, insert, update on app.held_time to hubline_app;
-- release-time.ts: what is held for one review
create index held_time_of_review on app.held_time (hub_id, review_id) where released_at is null;

-- Whoever gives a broker's time away waits until the one before has finished: two at once would each see the time free,
-- and the exclusion constraints would make them wait for each other.
create function app.take_turn(broker uuid) returns void language sql volatile
  as $$ select pg_advisory_xact_lock(hashtextextended(app.hub()::text || broker::text, 0)) $$;

-- A booking and a time held for somebody else exclude each other, whichever comes first and wherever it comes from.
create function house.refuse_held_time() returns trigger language plpgsql as $$
begin
  if new.status <> 'booked' or new.broker_id is null or new.slot_start is null or new.voided_at is not null then return new; end if;
  perform app.take_turn(new.broker_id);
  if new.room_id is not null then perform app.take_turn(new.room_id); end if;
  if exists (select from app.held_time h where h.hub_id = new.hub_id and h.broker_id = new.broker_id and h.released_at is null
      and h.held_until > now() and h.review_id is distinct from new.id
      and tstzrange(h.slot_start, h.slot_end) && tstzrange(new.slot_start, new.slot_end)) then
    raise exception 'That time is held' using errcode = '23P01', constraint = 'time_is_held';
  end if;
  return new;
end $$;
create trigger refuse_held_time before insert or update of status, broker_id, slot_start, slot_end, room_id, voided_at on app.skills_review
  for each row execute function house.refuse_held_time();

create function house.refuse_booked_time() returns trigger language plpgsql as $$
begin
  if new.released_at is not null then return new; end if;
  perform app.take_turn(new.broker_id);
  if exists (select from app.skills_review r where r.hub_id = new.hub_id and r.broker_id = new.broker_id and r.status = 'booked'
      and r.slot_start is not null and r.voided_at is null and r.id is distinct from new.review_id
      and tstzrange(r.slot_start, r.slot_end) && tstzrange(new.slot_start, new.slot_end)) then
    raise exception 'That time is booked' using errcode = '23P01', constraint = 'time_is_booked';
  end if;
  return new;
end $$;
create trigger refuse_booked_time before insert or update of slot_start, slot_end, released_at on app.held_time
  for each row execute function house.refuse_booked_time();
