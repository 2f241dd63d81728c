-- Two skills reviews may change places in one statement, so whether a broker is in two places at once is asked when the
-- statement ends and not after each row.
alter table app.skills_review drop constraint one_review_at_a_time;
alter table app.skills_review add constraint one_review_at_a_time exclude using gist
  (hub_id with =, broker_id with =, tstzrange(slot_start, slot_end) with &&)
  where (status = 'booked' and broker_id is not null and slot_start is not null and voided_at is null)
  deferrable initially immediate;
