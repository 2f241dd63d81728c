import { describe, expect, test } from 'vitest'
import { type Day, addDays } from '../day.ts'
import { AnswerOffer, OfferReview, answeredOn, isInHand, mustBeFreeForOffer, mustHaveBeenMade } from './offers.ts'
import type { ReviewStatus } from './stages.ts'

const today = '2022-03-31' as Day
const offered = (status: ReviewStatus, days_ago: number, answered_on: Day | null = null) => ({
  status,
  offered_on: addDays(today, -days_ago),
  answered_on,
})
const form = {
  request_id: '018f3c5e-7f7a-7000-8000-000000000001',
  id: '018f3c5e-7f7a-7000-8000-000000000002',
  business_id: '018f3c5e-7f7a-7000-8000-000000000003',
  offered_on: '2022-03-31',
  offer_channel: 'telephone',
  answer: 'waiting',
}

describe('an offer', () => {
  test('needs a reason when it is declined', () => {
    expect(OfferReview.safeParse(form).success).toBe(true)
    const read = OfferReview.safeParse({ ...form, answer: 'declined' })
    expect(read.error?.issues).toMatchObject([
      { path: ['decline_reason'], message: 'Choose why the business declined' },
    ])
    expect(OfferReview.safeParse({ ...form, answer: 'declined', decline_reason: 'no_time' }).success).toBe(true)
  })

  test('is made on a day that has come', () => {
    expect(() => mustHaveBeenMade({ offered_on: today }, today)).not.toThrow()
    expect(() => mustHaveBeenMade({ offered_on: addDays(today, 1) }, today)).toThrow('dated in the future')
  })

  test('is answered today unless somebody says when, never before it was made or in the future', () => {
    const offered_on = '2022-03-20' as Day
    expect(answeredOn(null, { offered_on, today })).toBe(today)
    expect(answeredOn('2022-03-21' as Day, { offered_on, today })).toBe('2022-03-21')
    expect(() => answeredOn('2022-03-19' as Day, { offered_on, today })).toThrow('came before the offer')
    expect(() => answeredOn('2022-04-01' as Day, { offered_on, today })).toThrow('in the future')
  })

  test('is not answered with a decline that gives no reason', () => {
    const answer = { request_id: form.request_id, id: form.id, version: 1, answer: 'declined' }
    expect(AnswerOffer.safeParse(answer).success).toBe(false)
    expect(AnswerOffer.safeParse({ ...answer, decline_reason: 'other' }).success).toBe(true)
  })
})

const STANDINGS = [
  ['an offer that waits', offered('offered', 10), true],
  ['an offer from half a year ago to the day', offered('offered', 180), true],
  ['an offer forgotten for longer', offered('offered', 181), false],
  ['an acceptance', offered('accepted', 20, addDays(today, -10)), true],
  ['an acceptance that followed an old offer', offered('accepted', 300, addDays(today, -10)), true],
  ['an acceptance that nobody booked', offered('accepted', 400, addDays(today, -390)), false],
  ['a booking, however old', offered('booked', 400), true],
  ['a refusal', offered('declined', 1), false],
  ['silence', offered('no_response', 1), false],
  ['a cancelled review', offered('cancelled', 1), false],
  ['a review that was held', offered('held', 5), false],
  ['a closed review', offered('closed', 90), false],
] as const
const asking = (standing: ReturnType<typeof offered>) => () =>
  mustBeFreeForOffer([offered('declined', 500), standing], today)

describe('a business with a review in hand is not asked anew', () => {
  test.each(STANDINGS.filter(([, , in_hand]) => in_hand))('%s', (_, standing) => {
    expect(isInHand(standing, today)).toBe(true)
    expect(asking(standing)).toThrow(/^This business (was offered|has accepted|has a skills review booked)/)
  })
})

describe('a business without one may be asked', () => {
  test.each(STANDINGS.filter(([, , in_hand]) => !in_hand))('%s', (_, standing) => {
    expect(isInHand(standing, today)).toBe(false)
    expect(asking(standing)).not.toThrow()
  })
})
