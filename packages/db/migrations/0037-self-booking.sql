-- Booking with one broker by whoever has the address of that broker's own page. They say who they are; who that is among
-- the hub's clients is decided by the keys that people are known by, or by a person of the hub, and never guessed. Until
-- then what they booked stands in the diary as a request, and keeps its time like any booking.

alter table app.diary
  -- In the address of the broker's page. It is no secret: whoever has it sees free times and may have one.
  add column public_token text;
-- the page on which a broker is booked
create unique index diary_public_token_once on app.diary (hub_id, public_token) where public_token is not null;

create table app.booking_request (like house.record including defaults including constraints,
  broker_id        uuid not null,
  slot_start       timestamptz not null,
  slot_end         timestamptz not null,
  place            text not null constraint booking_request_place_is_known check (place in ('their_site', 'video', 'telephone')),
  -- Once it is matched the review stands for it.
  status           text not null default 'waiting' constraint booking_request_status_is_known check (status in ('waiting', 'matched', 'cancelled')),
  given_name       text not null,
  family_name      text not null,
  business_name    text not null,
  email            text not null,
  phone            text,
  -- The words under which they gave their details, and when.
  consent_words    text not null,
  consented_at     timestamptz not null,
  invitation       integer not null default 0,
  skills_review_id uuid,
  matched_at       timestamptz,
  -- Null where the keys decided.
  matched_by       uuid,
  foreign key (hub_id, broker_id) references app.adviser (hub_id, id),
  foreign key (hub_id, skills_review_id) references app.skills_review (hub_id, id),
  constraint booking_request_ends_after_it_starts check (slot_end > slot_start),
  constraint booking_request_matched_to_a_review check (status <> 'matched' or (skills_review_id is not null and matched_at is not null)),
  constraint one_request_at_a_time exclude using gist
    (hub_id with =, broker_id with =, tstzrange(slot_start, slot_end) with &&) where (status = 'waiting' and voided_at is null)
);
call house.keep('booking_request');
-- diary.ts, taken-times.ts: what is booked by request in some days; requests-to-match.ts: all of them
create index booking_request_waiting on app.booking_request (hub_id, slot_start) where status = 'waiting' and voided_at is null;
-- told-of-booking.ts: the entry in calendars that a review goes on
create index booking_request_of_review on app.booking_request (hub_id, skills_review_id) where skills_review_id is not null;

alter table app.held_time
  -- The request that it is for, where it is to be moved.
  add column request_id uuid,
  add foreign key (hub_id, request_id) references app.booking_request (hub_id, id);

-- Reviews, requests and held times of one broker exclude each other, whichever comes first and wherever it comes from.
create function app.refuse_requested_time(hub uuid, broker uuid, slot tstzrange) returns void language plpgsql as $$
begin
  if exists (select from app.booking_request q where q.hub_id = hub and q.broker_id = broker and q.status = 'waiting'
      and q.voided_at is null and tstzrange(q.slot_start, q.slot_end) && slot) then
    raise exception 'That time is booked' using errcode = '23P01', constraint = 'time_is_requested';
  end if;
end $$;

create function house.refuse_requested_time_for_review() returns trigger language plpgsql as $$
begin
  if new.status <> 'booked' or new.broker_id is null or new.slot_start is null or new.voided_at is not null then return new; end if;
  perform app.take_turn(new.broker_id);
  perform app.refuse_requested_time(new.hub_id, new.broker_id, tstzrange(new.slot_start, new.slot_end));
  return new;
end $$;
create trigger refuse_requested_time before insert or update of status, broker_id, slot_start, slot_end, voided_at on app.skills_review
  for each row execute function house.refuse_requested_time_for_review();

create function house.refuse_requested_time_for_hold() returns trigger language plpgsql as $$
begin
  if new.released_at is not null or new.request_id is not null then return new; end if;
  perform app.take_turn(new.broker_id);
  perform app.refuse_requested_time(new.hub_id, new.broker_id, tstzrange(new.slot_start, new.slot_end));
  return new;
end $$;
create trigger refuse_requested_time before insert or update of slot_start, slot_end, released_at on app.held_time
  for each row execute function house.refuse_requested_time_for_hold();

create function house.refuse_time_for_request() returns trigger language plpgsql as $$
declare
  slot tstzrange := tstzrange(new.slot_start, new.slot_end);
begin
  if new.status <> 'waiting' or new.voided_at is not null then return new; end if;
  perform app.take_turn(new.broker_id);
  if exists (select from app.skills_review r where r.hub_id = new.hub_id and r.broker_id = new.broker_id and r.status = 'booked'
      and r.slot_start is not null and r.voided_at is null and tstzrange(r.slot_start, r.slot_end) && slot) then
    raise exception 'That time is booked' using errcode = '23P01', constraint = 'time_is_booked';
  end if;
  if exists (select from app.held_time h where h.hub_id = new.hub_id and h.broker_id = new.broker_id and h.released_at is null
      and h.held_until > now() and h.request_id is distinct from new.id and tstzrange(h.slot_start, h.slot_end) && slot) then
    raise exception 'That time is held' using errcode = '23P01', constraint = 'time_is_held';
  end if;
  return new;
end $$;
create trigger refuse_time before insert or update of status, broker_id, slot_start, slot_end, voided_at on app.booking_request
  for each row execute function house.refuse_time_for_request();
