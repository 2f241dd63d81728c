-- What advisers judge of a business, and the days that further figures are counted by.

create table app.business_flag (like house.record including defaults including constraints,
  business_id   uuid not null,
  flag          text not null constraint business_flag_is_known check (flag in ('scaleup_potential')),
  flagged_on    date not null,
  reason        text not null,
  flagged_by_id uuid not null,
  foreign key (hub_id, business_id) references app.business (hub_id, id),
  foreign key (hub_id, flagged_by_id) references app.adviser (hub_id, id)
);
call house.keep('business_flag');
-- figures: the flags of a year
create index business_flag_of_year on app.business_flag (hub_id, flagged_on);
-- business page: the flags of a business
create index business_flag_of_business on app.business_flag (hub_id, business_id);

-- figures: first contacts of a year
create index enquiry_received on app.enquiry (hub_id, received_on)
  include (id, person_id, business_id, status, channel) where voided_at is null;
-- figures: bootcamp starts and outcomes of a year
create index participation_milestone_1 on app.participation (hub_id, milestone_1_on) where milestone_1_on is not null and voided_at is null;
create index participation_milestone_3 on app.participation (hub_id, milestone_3_on) where milestone_3_on is not null and voided_at is null;
