-- Courses run in sessions that have places; learners come in steps, each with its day; bootcamps reach milestones.

create table app.course_session (like house.record including defaults including constraints,
  course_id uuid not null,
  starts_on date not null,
  ends_on   date not null,
  -- Where people meet; blank where that is wholly online.
  place     text,
  is_online boolean not null default false,
  places    integer not null constraint course_session_places_in_range check (places between 1 and 1000),
  status    text not null default 'open' constraint course_session_status_is_known check (status in ('open', 'closed', 'cancelled')),
  constraint course_session_ends_after_it_begins check (ends_on >= starts_on),
  -- So that a learner's session is one of the learner's course.
  constraint course_session_of_its_course unique (hub_id, course_id, id),
  foreign key (hub_id, course_id) references app.course (hub_id, id)
);
call house.keep('course_session');
-- courses: the next session of each course; course page: its sessions
create index course_session_of_course on app.course_session (hub_id, course_id, starts_on) where voided_at is null;

alter table app.participation
  add column session_id            uuid,
  -- The line of a training plan that it takes up.
  add column plan_line_id          uuid,
  -- The number drawn at the end of a session's waiting list. It is kept when a place is given.
  add column waiting_number        integer constraint participation_waits_in_order check (waiting_number > 0),
  add column applied_on            date,
  add column first_attended_on     date,
  -- The provider's day on which funding begins for whoever is still enrolled.
  add column funded_start_on       date,
  add column ended_on              date,
  add column end_reason            text constraint participation_end_reason_is_known check (end_reason in ('found_work', 'health', 'caring', 'work_pressure', 'moved_away', 'not_suitable', 'employer_withdrew', 'course_cancelled', 'other_course', 'lost_contact', 'other')),
  -- Bootcamps: what the milestones stand on; the rules are domain/training/milestones.ts.
  add column initial_assessment_on date,
  add column guided_hours          numeric constraint participation_guided_hours_in_range check (guided_hours between 0 and 10000),
  add column milestone_1_on        date,
  add column employment            text constraint participation_employment_is_known check (employment in ('employed', 'unemployed')),
  add column interview_on          date,
  add column interview_for         text constraint participation_interview_for_is_known check (interview_for in ('new_role', 'new_responsibility', 'vacancy', 'mock')),
  add column vacancy_weeks         integer constraint participation_vacancy_weeks_in_range check (vacancy_weeks between 0 and 520),
  add column role_offered_on       date,
  add column role_started_on       date,
  add column milestone_2_on        date,
  add column milestone_3_on        date,
  -- A mark of the row of a pasted list that it came from, so that the same list again adds nothing. It cannot be read back.
  add column pasted_as             text,
  add constraint participation_waits_at_a_session check (waiting_number is null or session_id is not null),
  add foreign key (hub_id, course_id, session_id) references app.course_session (hub_id, course_id, id),
  add foreign key (hub_id, plan_line_id) references app.plan_line (hub_id, id);

-- Who has a place. The list is that of domain/training/stages.ts.
create function app.takes_place(status text) returns boolean
  language sql immutable strict parallel safe
  return status in ('enrolled', 'started', 'in_learning', 'completed', 'achieved');

-- course page: the learners of a course; paste: who is on it already
create index participation_of_course on app.participation (hub_id, course_id, id) where voided_at is null;
-- courses, keep_places: how many places of a session are taken; course page: who waits
create index participation_of_session on app.participation (hub_id, session_id, status) where session_id is not null and voided_at is null;
-- training plan: the learners of a line
create index participation_of_plan_line on app.participation (hub_id, plan_line_id) where plan_line_id is not null and voided_at is null;
create unique index participation_waiting_number_once on app.participation (hub_id, session_id, waiting_number) where waiting_number is not null;
create unique index participation_once_in_session on app.participation (hub_id, session_id, person_id)
  where session_id is not null and voided_at is null and (status = 'applied' or app.takes_place(status));

-- No session has more learners than places. Whoever takes a place holds the session until the transaction ends, so two at
-- once cannot both have the last one.
create function house.keep_places() returns trigger language plpgsql as $$
declare
  most integer;
  taken integer;
begin
  if new.session_id is null or new.voided_at is not null or not app.takes_place(new.status) then return new; end if;
  if tg_op = 'UPDATE' and old.session_id is not distinct from new.session_id and old.voided_at is null and app.takes_place(old.status) then
    return new;
  end if;
  select places into most from app.course_session where hub_id = new.hub_id and id = new.session_id for update;
  select count(*) into taken from app.participation p
    where p.hub_id = new.hub_id and p.session_id = new.session_id and p.voided_at is null and app.takes_place(p.status) and p.id <> new.id;
  if taken >= most then
    raise exception 'No place is left' using errcode = '23514', constraint = 'session_has_a_place_left';
  end if;
  return new;
end $$;
create trigger keep_places before insert or update on app.participation for each row execute function house.keep_places();

-- Nor can places be taken away from under learners.
create function house.keep_enough_places() returns trigger language plpgsql as $$
declare
  taken integer;
begin
  if new.places >= old.places then return new; end if;
  select count(*) into taken from app.participation p
    where p.hub_id = new.hub_id and p.session_id = new.id and p.voided_at is null and app.takes_place(p.status);
  if taken > new.places then
    raise exception 'More learners than places' using errcode = '23514', constraint = 'session_places_cover_its_learners';
  end if;
  return new;
end $$;
create trigger keep_enough_places before update on app.course_session for each row execute function house.keep_enough_places();
