import { randomUUID } from 'node:crypto'
import type { TestHub } from '../given/hub.ts'
import { type BookingIds, aBookingSituation, noBooking } from './booking-situation.ts'
import { type JudgementIds, aJudgementSituation, noJudgement } from './judgement-situation.ts'
import { type MergeIds, aMergeSituation, noMerge } from './merge-situation.ts'
import { type DocumentIds, aDocumentSituation, noDocument } from './document-situation.ts'
import { type EventIds, anEventSituation, noEvent } from './event-situation.ts'
import { type TrainingIds, aTrainingSituation, noTraining } from './training-situation.ts'
import { type CallListIds, aCallListSituation, noCallList } from './call-list-situation.ts'
import { likeTheFirst } from './like-the-first.ts'
import { type ReviewIds, aReviewSituation, noReview } from './review-situation.ts'

/** Names of records that an input may hold; a matrix fills them from the asker's hub, from another, or from nowhere. */
export type Ids = ReviewIds &
  BookingIds &
  EventIds &
  TrainingIds &
  CallListIds &
  MergeIds &
  DocumentIds &
  JudgementIds & {
    business_id: string
    business_reference: string
    second_business_id: string
    second_business_reference: string
    person_id: string
    person_reference: string
    second_person_id: string
    role_id: string
    programme_id: string
    case_id: string
    interaction_id: string
    interaction_reference: string
    /** An offer that the broker made to the second business, and that waits for its answer. */
    offer_id: string
    adviser_id: string
    mail_id: string
    hub_slug: string
  }

/** One of everything, fresh: each record of version 1. `word` is in every text of it, to be known again anywhere. */
export const aSituation = (hub: TestHub, word: string): Promise<Ids> =>
  likeTheFirst(hub, word, {
    make: makeSituation,
    // A hub has one draft of its questions, and each version of them a number.
    make_room: `update app.review_template set voided_at = now(), void_reason = 'Another draft'
      where hub_id = $1 and published_on is null and voided_at is null`,
    instead: {
      'review_template.number': `number + coalesce((select max(t.number) from app.review_template t where t.hub_id = $2), 0)`,
    },
  })

function makeSituation(hub: TestHub, word: string): Promise<Ids> {
  const { hub_id } = hub
  const next = () => `X-${word}-${randomUUID()}`
  return hub.inside(async (tx) => {
    const business = () =>
      tx
        .insertInto('business')
        .values({
          hub_id,
          reference: next(),
          name: `${word} Bakery`,
          legal_form: 'limited_company',
          town: word,
          district_code: 'E07000197',
          company_number: word,
          email: `office@${word}.example`,
        })
        .returning(['id', 'reference'])
        .executeTakeFirstOrThrow()
    const person = () =>
      tx
        .insertInto('person')
        .values({
          hub_id,
          reference: next(),
          given_name: word,
          family_name: 'Patel',
          email: `person@${word}.example`,
          district_code: 'E07000197',
        })
        .returning(['id', 'reference'])
        .executeTakeFirstOrThrow()
    const [one, two, here, there] = [await business(), await business(), await person(), await person()]
    const role = await tx
      .insertInto('business_role')
      .values({ hub_id, reference: next(), person_id: here.id, business_id: one.id, job_title: word })
      .returning('id')
      .executeTakeFirstOrThrow()
    const programme = await tx
      .insertInto('programme')
      .values({ hub_id, reference: next(), name: word })
      .returning('id')
      .executeTakeFirstOrThrow()
    const adviser = await tx
      .insertInto('adviser')
      .values({ hub_id, reference: next(), email: `${randomUUID()}@${word}.example`, name: word, role: 'adviser' })
      .returning('id')
      .executeTakeFirstOrThrow()
    const opened = await tx
      .insertInto('case')
      .values({
        hub_id,
        reference: next(),
        business_id: one.id,
        kind: 'growth',
        status: 'open',
        opened_on: '2021-06-01',
        owner_id: hub.advisers.adviser,
        next_step: word,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const interaction = await tx
      .insertInto('interaction')
      .values({
        hub_id,
        reference: next(),
        business_id: one.id,
        person_id: here.id,
        kind: 'advice_session',
        channel: 'video',
        occurred_on: '2021-06-02',
        minutes: 60,
        start_up_support: true,
        notes: word,
        adviser_id: hub.advisers.adviser,
      })
      .returning(['id', 'reference'])
      .executeTakeFirstOrThrow()
    const event = await anEventSituation(tx, { hub_id, word })
    const review = await aReviewSituation(tx, { hub_id, business_id: one.id, word })
    const offer = await tx
      .insertInto('skills_review')
      .values({
        hub_id,
        reference: next(),
        business_id: two.id,
        status: 'offered',
        offered_on: '2022-03-28',
        offer_channel: word,
        broker_id: hub.advisers.skills_broker,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const call_list = await aCallListSituation(tx, { hub_id, made_by_id: hub.advisers.skills_broker, word })
    const booking = await aBookingSituation(tx, { hub_id, business_id: two.id, word })
    const mail = await tx
      .insertInto('mail_message')
      .values({
        hub_id,
        reference: next(),
        kind: 'invitation',
        to_address: `to@${word}.example`,
        subject: word,
        text: word,
        state: 'failed',
        reason: word,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const training = await aTrainingSituation(tx, { hub_id, person_id: here.id, word })
    const merge = await aMergeSituation(tx, { hub_id, survivor_id: two.id, word })
    const judgement = await aJudgementSituation(tx, { hub_id, business_id: one.id, adviser_id: adviser.id, word })
    const document = await aDocumentSituation(tx, {
      hub_id,
      interaction_id: interaction.id,
      adviser_id: adviser.id,
      word,
    })
    return {
      ...event,
      ...review,
      ...booking,
      ...training,
      ...call_list,
      ...merge,
      ...judgement,
      ...document,
      business_id: one.id,
      business_reference: one.reference,
      second_business_id: two.id,
      second_business_reference: two.reference,
      person_id: here.id,
      person_reference: here.reference,
      second_person_id: there.id,
      role_id: role.id,
      programme_id: programme.id,
      case_id: opened.id,
      interaction_id: interaction.id,
      interaction_reference: interaction.reference,
      offer_id: offer.id,
      adviser_id: adviser.id,
      mail_id: mail.id,
      hub_slug: hub.slug,
    }
  })
}

/** Names of nothing. */
export function nowhere(): Ids {
  return {
    ...noEvent(),
    ...noReview(),
    ...noBooking(),
    ...noTraining(),
    ...noCallList(),
    ...noMerge(),
    ...noJudgement(),
    ...noDocument(),
    business_id: randomUUID(),
    business_reference: `X-${randomUUID()}`,
    second_business_id: randomUUID(),
    second_business_reference: `X-${randomUUID()}`,
    person_id: randomUUID(),
    person_reference: `X-${randomUUID()}`,
    second_person_id: randomUUID(),
    role_id: randomUUID(),
    programme_id: randomUUID(),
    case_id: randomUUID(),
    interaction_id: randomUUID(),
    interaction_reference: `X-${randomUUID()}`,
    offer_id: randomUUID(),
    adviser_id: randomUUID(),
    mail_id: randomUUID(),
    hub_slug: `no-${randomUUID()}`,
  }
}
