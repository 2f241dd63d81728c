-- Courses and learners, events and who came.

create table app.course (like house.record including defaults including constraints,
  title           text not null,
  organisation_id uuid,
  level           text constraint course_level_is_known check (level in ('entry', '1', '2', '3', '4', '5', '6', '7', '8', 'unregulated')),
  kind            text constraint course_kind_is_known check (kind in ('short_course', 'bootcamp', 'apprenticeship', 'regulated', 'other')),
  guided_hours    numeric,
  foreign key (hub_id, organisation_id) references app.organisation (hub_id, id)
);
call house.keep('course');

create table app.participation (like house.record including defaults including constraints,
  person_id           uuid not null,
  -- The employer, where there is one.
  business_id         uuid,
  course_id           uuid not null,
  status              text not null constraint participation_status_is_known check (status in ('applied', 'enrolled', 'started', 'in_learning', 'completed', 'achieved', 'withdrawn', 'transferred', 'did_not_start')),
  enrolled_on         date,
  qualifying_start_on date,
  completed_on        date,
  achieved_on         date,
  evidence_level      text constraint participation_evidence_level_is_known check (evidence_level in ('none', 'self_declared', 'documented', 'verified')),
  foreign key (hub_id, person_id) references app.person (hub_id, id),
  foreign key (hub_id, business_id) references app.business (hub_id, id),
  foreign key (hub_id, course_id) references app.course (hub_id, id)
);
call house.keep('participation');
-- figures: qualifying starts of a year
create index participation_of_year on app.participation (hub_id, qualifying_start_on)
  include (id, person_id, business_id, evidence_level) where qualifying_start_on is not null and voided_at is null;
-- timelines
create index participation_of_person on app.participation (hub_id, person_id);
create index participation_of_business on app.participation (hub_id, business_id);

create table app.event (like house.record including defaults including constraints,
  title            text not null,
  kind             text,
  held_on          date not null,
  minutes          integer not null,
  start_up_support boolean,
  status           text not null constraint event_status_is_known check (status in ('published', 'delivered', 'cancelled'))
);
call house.keep('event');
-- figures: the events of a year
create index event_of_year on app.event (hub_id, held_on)
  include (id, minutes, start_up_support, status) where voided_at is null;

create table app.attendance (like house.record including defaults including constraints,
  event_id       uuid not null,
  person_id      uuid,
  business_id    uuid,
  status         text not null constraint attendance_status_is_known check (status in ('invited', 'booked', 'waitlist', 'cancelled', 'attended', 'no_show')),
  evidence_level text constraint attendance_evidence_level_is_known check (evidence_level in ('none', 'self_declared', 'documented', 'verified')),
  foreign key (hub_id, event_id) references app.event (hub_id, id),
  foreign key (hub_id, person_id) references app.person (hub_id, id),
  foreign key (hub_id, business_id) references app.business (hub_id, id)
);
call house.keep('attendance');
-- figures: who came to the events of a year
create index attendance_of_event on app.attendance (hub_id, event_id)
  include (id, business_id, person_id, status, evidence_level) where voided_at is null;
-- timelines
create index attendance_of_business on app.attendance (hub_id, business_id);
create index attendance_of_person on app.attendance (hub_id, person_id);
