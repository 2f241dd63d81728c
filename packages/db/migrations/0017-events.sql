-- Events as they are planned and run: when and where, how many places, who asked for one, and who came. What the bundle
-- carries (held_on, minutes, status) stays as it is; everything here is beside it.

alter table app.event
  -- Clock times of London on the day of the event, like 09:30.
  add column starts_at    text,
  add column ends_at      text,
  add column place        text,
  add column online_link  text,
  -- Null: as many as come.
  add column capacity     integer,
  add column description  text,
  add column programme_id uuid,
  -- A draft is seen by the hub alone; while it is open, people outside may ask for a place.
  add column booking      text not null default 'closed' constraint event_booking_is_known check (booking in ('draft', 'open', 'closed')),
  -- In the address of the page that people outside see. It is no secret: who has it may read what is announced there.
  add column public_token text,
  -- A sheet that everybody signed is kept: who came is documented, not only said by the hub.
  add column sheet_kept   boolean not null default false,
  add constraint event_starts_on_the_clock check (starts_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  add constraint event_ends_on_the_clock check (ends_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  add constraint event_ends_after_it_starts check (ends_at > starts_at),
  add constraint event_capacity_is_positive check (capacity >= 1),
  add constraint event_minutes_in_range check (minutes >= 0),
  add foreign key (hub_id, programme_id) references app.programme (hub_id, id);
-- the public page of an event
create unique index event_public_token_once on app.event (hub_id, public_token) where public_token is not null;

alter table app.attendance
  -- The order in which places were asked for; null for what came with an import.
  add column booking_no     integer,
  add column booked_through text constraint attendance_booked_through_is_known check (booked_through in ('public_page', 'adviser', 'walk_in')),
  -- What it was before they were marked as having come: it is that again when the mark is taken back.
  add column status_before  text constraint attendance_status_before_is_known check (status_before in ('invited', 'booked', 'waitlist', 'cancelled', 'attended', 'no_show')),
  -- When somebody last said whether they came, by the clock of the device on which it was said. The later word stands,
  -- however late an earlier one arrives from a phone without a signal.
  add column marked_at      timestamptz,
  -- A second place of one person, voided: whatever is still said about it is said about this one.
  add column put_into_id    uuid,
  add foreign key (hub_id, put_into_id) references app.attendance (hub_id, id);
-- one participation for a person at an event; an import may bring a sender's own repetitions, which have no number
create unique index attendance_of_person_once on app.attendance (hub_id, event_id, person_id)
  where person_id is not null and booking_no is not null and voided_at is null;
-- booking: two never have the same place in line
create unique index attendance_booking_no_once on app.attendance (hub_id, event_id, booking_no) where booking_no is not null;

-- What somebody typed who asked for a place, as they typed it. Who they are among the hub's clients is decided by the
-- keys that a person is known by, or by a person of the hub, and never guessed.
create table app.registration (like house.record including defaults including constraints,
  event_id       uuid not null,
  attendance_id  uuid not null,
  given_name     text not null,
  family_name    text not null,
  business_name  text,
  email          text,
  phone          text,
  access_needs   text,
  -- The words under which they gave their details, and when.
  consent_words  text,
  consented_at   timestamptz,
  matched_at     timestamptz,
  -- Null where the keys decided.
  matched_by     uuid,
  foreign key (hub_id, event_id) references app.event (hub_id, id),
  foreign key (hub_id, attendance_id) references app.attendance (hub_id, id),
  constraint registration_matched_by_someone check (matched_by is null or matched_at is not null)
);
call house.keep('registration');
-- guests of an event: what each typed
create unique index registration_attendance_once on app.registration (hub_id, attendance_id) where voided_at is null;
-- the same e-mail address twice is one registration
create unique index registration_email_once on app.registration (hub_id, event_id, lower(email)) where email is not null and voided_at is null;
-- events: how many are still to be matched
create index registration_to_match on app.registration (hub_id, event_id) where matched_at is null and voided_at is null;

-- The last lock on the number of places: whoever writes a booking waits for the one before, and is refused when the
-- places are gone. The procedures give out places in order and never come to this. An import brings facts, not requests.
create function house.keep_to_capacity() returns trigger language plpgsql as $$
declare
  places integer;
  taken integer;
begin
  select capacity into places from app.event where hub_id = new.hub_id and id = new.event_id for no key update;
  if places is null then return new; end if;
  select count(*) into taken from app.attendance
    where hub_id = new.hub_id and event_id = new.event_id and id <> new.id
      and status in ('booked', 'attended', 'no_show') and voided_at is null;
  if taken >= places then
    raise exception 'The event is full' using errcode = '23514', constraint = 'event_has_a_place_left';
  end if;
  return new;
end $$;
create trigger keep_to_capacity_insert before insert on app.attendance for each row
  when (new.status = 'booked' and new.booking_no is not null and new.voided_at is null) execute function house.keep_to_capacity();
create trigger keep_to_capacity_update before update on app.attendance for each row
  when (new.status = 'booked' and new.booking_no is not null and new.voided_at is null and old.status in ('invited', 'waitlist', 'cancelled'))
  execute function house.keep_to_capacity();
