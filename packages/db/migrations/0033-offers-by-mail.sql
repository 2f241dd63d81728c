-- Offers of skills reviews by mail: who may be written to, what was written to whom, and whether it left.

alter table app.person
  -- What the person said to being sent offers by e-mail, and on which day; null: nobody asked.
  add column mailings    text constraint person_mailings_is_known check (mailings in ('agreed', 'refused')),
  add column mailings_on date,
  add constraint person_mailings_has_a_day check ((mailings is null) = (mailings_on is null));
-- mail-candidates: an address whose holder wants no offers, on whichever record of a person it stands
create index person_refused_mailings on app.person (hub_id, lower(email)) where mailings = 'refused' and email is not null;

-- One letter that offers a skills review, written once and sent to one named person at each of several businesses.
create table app.offer_mailing (like house.record including defaults including constraints,
  subject    text not null,
  -- With fields such as {business}, which domain/skills-reviews/offer-letter.ts fills in.
  text       text not null,
  -- What was asked of the businesses; the shape is domain/skills-reviews/call-list.ts.
  criteria   jsonb not null,
  made_by_id uuid not null,
  made_at    timestamptz not null default now(),
  foreign key (hub_id, made_by_id) references app.adviser (hub_id, id)
);
call house.keep('offer_mailing');

-- The letter to one business. It is an offer once its message is on its way, and none where it could not be sent.
create table app.offer_letter (like house.record including defaults including constraints,
  offer_mailing_id uuid not null,
  place            integer not null,
  business_id      uuid not null,
  person_id        uuid not null,
  state            text not null default 'waiting' constraint offer_letter_state_is_known check (state in ('waiting', 'offered', 'left_out', 'not_sent')),
  -- Why it was left out or not sent, as a sentence.
  reason           text,
  skills_review_id uuid,
  mail_message_id  uuid,
  foreign key (hub_id, offer_mailing_id) references app.offer_mailing (hub_id, id),
  foreign key (hub_id, business_id) references app.business (hub_id, id),
  foreign key (hub_id, person_id) references app.person (hub_id, id),
  foreign key (hub_id, skills_review_id) references app.skills_review (hub_id, id),
  foreign key (hub_id, mail_message_id) references app.mail_message (hub_id, id),
  constraint offer_letter_business_once unique (hub_id, offer_mailing_id, business_id),
  constraint offer_letter_offer_is_whole check (state <> 'offered' or num_nonnulls(skills_review_id, mail_message_id) = 2),
  constraint offer_letter_says_why check ((state in ('left_out', 'not_sent')) = (reason is not null))
);
call house.keep('offer_letter');
-- send-offers, offer-letters: the letters of a mailing in their order
create index offer_letter_of_mailing on app.offer_letter (hub_id, offer_mailing_id, place);
-- mail-candidates: businesses to which a letter is about to go
create index offer_letter_waiting on app.offer_letter (hub_id, business_id) where state = 'waiting' and voided_at is null;
-- undelivered-offer: the letter of a message that could not be sent
create index offer_letter_of_mail on app.offer_letter (hub_id, mail_message_id) where mail_message_id is not null;
